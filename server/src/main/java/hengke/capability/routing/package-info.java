/** Routed: who gets a new record, by rules in order; and how long it then waits for a first word. */
@ApplicationModule
package hengke.capability.routing;

import org.springframework.modulith.ApplicationModule;
