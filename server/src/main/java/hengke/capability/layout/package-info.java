/** How a company lays out its papers itself, and the clauses it puts on them. */
@ApplicationModule
package hengke.capability.layout;

import org.springframework.modulith.ApplicationModule;
