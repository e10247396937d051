/**
 * Charts drawn without a browser, for mails and pages: an answered report becomes a drawing in SVG, and that a picture.
 * Plain Java.
 */
@ApplicationModule
package hengke.kernel.chart;

import org.springframework.modulith.ApplicationModule;
