/** The PostgreSQL underneath everything: our own embedded one or an external one, and the connections to it. Depends on nothing. */
@ApplicationModule(allowedDependencies = {})
package hengke.kernel.database;

import org.springframework.modulith.ApplicationModule;
