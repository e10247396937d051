/** Uploaded files: their content once under its checksum, their name and real type in the database. */
@ApplicationModule
package hengke.kernel.files;

import org.springframework.modulith.ApplicationModule;
