/** What every record was before and after each change, by whom and in which operation. */
@ApplicationModule
package hengke.kernel.history;

import org.springframework.modulith.ApplicationModule;
