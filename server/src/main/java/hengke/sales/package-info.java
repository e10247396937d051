/** Sales: from the first sign of interest to a deal. */
@ApplicationModule
package hengke.sales;

import org.springframework.modulith.ApplicationModule;
