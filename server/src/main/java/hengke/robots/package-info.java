/** Robots in groups of other products, which tell there that colleagues were told something. */
@ApplicationModule
package hengke.robots;

import org.springframework.modulith.ApplicationModule;
