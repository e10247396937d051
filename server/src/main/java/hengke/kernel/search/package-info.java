/** What records are found by, kept beside them, and finding them again. */
@ApplicationModule
package hengke.kernel.search;

import org.springframework.modulith.ApplicationModule;
