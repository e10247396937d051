/** One of several fields. */
@ApplicationModule
package hengke.capability.either;

import org.springframework.modulith.ApplicationModule;
