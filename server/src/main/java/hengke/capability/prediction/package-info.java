/** Records of which one learns from those that have ended how likely they are to end well. */
@ApplicationModule
package hengke.capability.prediction;

import org.springframework.modulith.ApplicationModule;
