/** Mails the product sends: the company's account, and a queue that loses none. Uses settings, jobs, outbound and problem. */
@ApplicationModule
package hengke.kernel.mail;

import org.springframework.modulith.ApplicationModule;
