/**
 * When people are where, about any record: once or again and again with exceptions, with colleagues who are asked and
 * answer, with reminders, and as a feed for other calendars.
 */
@ApplicationModule
package hengke.capability.appointment;

import org.springframework.modulith.ApplicationModule;
