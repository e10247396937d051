/** What colleagues say to each other, between two and in groups, and what each has read of it. */
@ApplicationModule
package hengke.conversations;

import org.springframework.modulith.ApplicationModule;
