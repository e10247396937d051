/** What people have to do, about any record: who, until when, in which steps, again and again if need be. */
@ApplicationModule
package hengke.capability.task;

import org.springframework.modulith.ApplicationModule;
