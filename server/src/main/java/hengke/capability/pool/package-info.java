/** Records that wait in pools for somebody to take them, and go back when nobody takes care. */
@ApplicationModule
package hengke.capability.pool;

import org.springframework.modulith.ApplicationModule;
