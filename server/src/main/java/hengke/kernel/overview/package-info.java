/** Key figures at the head of a record; whatever package knows one contributes it. */
@ApplicationModule
package hengke.kernel.overview;

import org.springframework.modulith.ApplicationModule;
