/** Captured: records that come from outside, by a form on a website or a call, each submission kept as it arrived. */
@ApplicationModule
package hengke.capability.intake;

import org.springframework.modulith.ApplicationModule;
