/**
 * Brings the database to what the catalog says: adds, widens and indexes, never guesses, drops only what was
 * deleted long ago, and survives being
 * killed at any step. Plain Java and jOOQ; uses the metadata, and the broadcast
 * to tell other nodes.
 */
@ApplicationModule
package hengke.kernel.schema;

import org.springframework.modulith.ApplicationModule;
