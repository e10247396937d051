/** Records that are due on a day. */
@ApplicationModule
package hengke.capability.due;

import org.springframework.modulith.ApplicationModule;
