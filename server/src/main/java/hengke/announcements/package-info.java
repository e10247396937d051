/** What everybody, or some, are told, and who has read it. */
@ApplicationModule
package hengke.announcements;

import org.springframework.modulith.ApplicationModule;
