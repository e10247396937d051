/** Birthdays of people, by the solar or the lunar calendar: when the next one is, and who is told. */
@ApplicationModule
package hengke.capability.birthday;

import org.springframework.modulith.ApplicationModule;
