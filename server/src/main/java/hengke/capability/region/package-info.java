/** Records that lie in a region, and go to whoever looks after it. */
@ApplicationModule
package hengke.capability.region;

import org.springframework.modulith.ApplicationModule;
