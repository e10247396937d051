/** Trends: how a measure went from month to month, what recurs, what is to come, and who made it grow. */
@ApplicationModule
package hengke.capability.trend;

import org.springframework.modulith.ApplicationModule;
