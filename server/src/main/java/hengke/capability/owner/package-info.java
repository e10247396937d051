/** Records that belong to somebody: the owner field, what follows from it, and the right to hand over. */
@ApplicationModule
package hengke.capability.owner;

import org.springframework.modulith.ApplicationModule;
