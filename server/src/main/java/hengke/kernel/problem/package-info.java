/** Sentences for people in both languages, and the refusals every other package may throw. Depends on nothing. */
@ApplicationModule
package hengke.kernel.problem;

import org.springframework.modulith.ApplicationModule;
