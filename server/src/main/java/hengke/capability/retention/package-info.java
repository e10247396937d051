/** Whether those who buy will buy again, how often, and for how much: foretold from their deals, and tried on the past. */
@ApplicationModule
package hengke.capability.retention;

import org.springframework.modulith.ApplicationModule;
