/** Records that are connections: between which two, of which kind, since when; and the network they make. */
@ApplicationModule
package hengke.capability.relation;

import org.springframework.modulith.ApplicationModule;
