/** Customers, their contacts and addresses. */
@ApplicationModule
package hengke.customers;

import org.springframework.modulith.ApplicationModule;
