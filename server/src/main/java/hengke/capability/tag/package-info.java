/** Coloured words on records, from a library that each object has for itself. */
@ApplicationModule
package hengke.capability.tag;

import org.springframework.modulith.ApplicationModule;
