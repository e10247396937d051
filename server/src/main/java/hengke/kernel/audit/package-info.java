/** Logs that cannot be changed unnoticed: what administrators changed, and the seals over the rows of every log. */
@ApplicationModule
package hengke.kernel.audit;

import org.springframework.modulith.ApplicationModule;
