/**
 * Other programs that are told of what happens to records: to whom, of what, with whose eyes, signed, tried again, written
 * down.
 */
@ApplicationModule
package hengke.capability.webhook;

import org.springframework.modulith.ApplicationModule;
