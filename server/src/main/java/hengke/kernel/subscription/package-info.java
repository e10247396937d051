/**
 * Reports and dashboards that are sent by mail when their time comes: to whom, how often, what became of it. Each
 * recipient's figures are reckoned anew under their own rights. Uses reports, mail and the calendar.
 */
@ApplicationModule
package hengke.kernel.subscription;

import org.springframework.modulith.ApplicationModule;
