/** Lists and boards that people save, share and pin. */
@ApplicationModule
package hengke.kernel.views;

import org.springframework.modulith.ApplicationModule;
