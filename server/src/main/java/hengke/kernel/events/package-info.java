/**
 * What happened, told to those who want to know: the outbox with its durable subscribers, and messages between nodes.
 * Depends on the database only.
 */
@ApplicationModule(allowedDependencies = "kernel.database")
package hengke.kernel.events;

import org.springframework.modulith.ApplicationModule;
