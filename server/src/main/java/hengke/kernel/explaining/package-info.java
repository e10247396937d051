/** Values that nobody wrote open to how they were made and to the records below them. */
@ApplicationModule
package hengke.kernel.explaining;

import org.springframework.modulith.ApplicationModule;
