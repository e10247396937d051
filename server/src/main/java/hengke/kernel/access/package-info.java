/** Who may do what with which records and fields, decided in one place for every path. Plain Java. */
@ApplicationModule
package hengke.kernel.access;

import org.springframework.modulith.ApplicationModule;
