/** What colleagues have spent for customers and deals, claimed, confirmed and paid back. */
@ApplicationModule
package hengke.expenses;

import org.springframework.modulith.ApplicationModule;
