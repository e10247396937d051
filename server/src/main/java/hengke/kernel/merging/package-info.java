/** Two records that are the same become one: nothing of either is lost, and all of it can be taken back. */
@ApplicationModule
package hengke.kernel.merging;

import org.springframework.modulith.ApplicationModule;
