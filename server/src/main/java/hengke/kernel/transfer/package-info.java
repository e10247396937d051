/** Records to and from spreadsheets. Depends on problem, text and what it transfers. */
@ApplicationModule
package hengke.kernel.transfer;

import org.springframework.modulith.ApplicationModule;
