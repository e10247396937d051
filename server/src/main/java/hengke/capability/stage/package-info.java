/** Staged: a status whose moves follow rules. */
@ApplicationModule
package hengke.capability.stage;

import org.springframework.modulith.ApplicationModule;
