/** Files on records: by category, with revisions. */
@ApplicationModule
package hengke.capability.attachment;

import org.springframework.modulith.ApplicationModule;
