/**
 * What a company decides once for everybody: each setting is defined where it is used, and only what differs from its
 * default is stored. Uses metadata, events, problem and database.
 */
@ApplicationModule
package hengke.kernel.settings;

import org.springframework.modulith.ApplicationModule;
