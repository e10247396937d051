/** What people are told, each once, and only of records they may see. */
@ApplicationModule
package hengke.kernel.notices;

import org.springframework.modulith.ApplicationModule;
