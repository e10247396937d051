/** The one way in which any record of any object is written, and the operations that can be taken back. */
@ApplicationModule
package hengke.kernel.records;

import org.springframework.modulith.ApplicationModule;
