/** How far customers have come with us: from the first record to buying again, or lost, each step with its day. */
@ApplicationModule
package hengke.capability.lifecycle;

import org.springframework.modulith.ApplicationModule;
