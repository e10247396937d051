/** Records shown to colleagues who would not see them otherwise. */
@ApplicationModule
package hengke.capability.share;

import org.springframework.modulith.ApplicationModule;
