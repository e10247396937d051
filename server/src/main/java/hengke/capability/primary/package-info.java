/** Exactly one of several: the default contact of a customer, the default address of each kind. */
@ApplicationModule
package hengke.capability.primary;

import org.springframework.modulith.ApplicationModule;
