/** What the company's figures say: the reports and dashboards the product brings along. */
@ApplicationModule
package hengke.analytics;

import org.springframework.modulith.ApplicationModule;
