/** Finds records that are the same thing written twice, says why, and remembers which are not. */
@ApplicationModule
package hengke.kernel.duplicates;

import org.springframework.modulith.ApplicationModule;
