/**
 * Text messages with one-time codes to mobiles of mainland China: the company's account with a provider, and a queue that
 * loses none and sends none that is worth nothing any more. Uses settings, jobs, outbound and problem.
 */
@ApplicationModule
package hengke.kernel.sms;

import org.springframework.modulith.ApplicationModule;
