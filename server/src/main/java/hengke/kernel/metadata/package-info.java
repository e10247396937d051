/** What a business object is: typed fields, capabilities, and the catalog of all of them. Plain Java. */
@ApplicationModule
package hengke.kernel.metadata;

import org.springframework.modulith.ApplicationModule;
