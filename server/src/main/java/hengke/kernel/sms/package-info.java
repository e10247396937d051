/**
 * Text messages to mobiles of mainland China, with one-time codes or by approved templates: the company's account with a provider, and a queue that
 * loses none and sends none that is worth nothing any more. Uses access, audit, settings, jobs, outbound and problem.
 */
@ApplicationModule
package hengke.kernel.sms;

import org.springframework.modulith.ApplicationModule;
