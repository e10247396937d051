/** Targets: what people and departments aim at by which measure, and what they have achieved. */
@ApplicationModule
package hengke.capability.goal;

import org.springframework.modulith.ApplicationModule;
