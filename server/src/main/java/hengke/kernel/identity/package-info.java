/** The accounts of people: signing in, sessions, tokens, and keeping the organisation. Uses access and problem. */
@ApplicationModule
package hengke.kernel.identity;

import org.springframework.modulith.ApplicationModule;
