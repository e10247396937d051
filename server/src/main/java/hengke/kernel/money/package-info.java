/**
 * In which currencies the company reckons and at which dated rates: what an amount of another currency is worth in the
 * company's own. Uses settings, the company's time zone, and reading of spreadsheets.
 */
@ApplicationModule
package hengke.kernel.money;

import org.springframework.modulith.ApplicationModule;
