/**
 * When the company works: hours of the week, public holidays and make-up days, and reckoning in working time. Uses
 * settings and the company's time zone.
 */
@ApplicationModule
package hengke.kernel.calendar;

import org.springframework.modulith.ApplicationModule;
