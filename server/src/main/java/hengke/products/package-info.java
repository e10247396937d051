/** What is sold, and at which price. */
@ApplicationModule
package hengke.products;

import org.springframework.modulith.ApplicationModule;
