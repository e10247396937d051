/** What customers owe: payment plans, payments and what they settle, invoices, and the ledger of all of it. */
@ApplicationModule
package hengke.receivables;

import org.springframework.modulith.ApplicationModule;
