/** Forecasts: what will be won in a period, by stages, by what was learnt and by what people say, and how true it came. */
@ApplicationModule
package hengke.capability.forecast;

import org.springframework.modulith.ApplicationModule;
