/** Records that are rated by rules: points, groups with caps, and the level that the points reach. */
@ApplicationModule
package hengke.capability.score;

import org.springframework.modulith.ApplicationModule;
