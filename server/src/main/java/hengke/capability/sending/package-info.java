/** Papers that leave: frozen, by mail or as a link that ends, and whether they were opened. */
@ApplicationModule
package hengke.capability.sending;

import org.springframework.modulith.ApplicationModule;
