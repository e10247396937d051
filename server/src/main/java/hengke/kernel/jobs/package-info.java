/**
 * Work in the background, by db-scheduler: run once, on whichever node is free, and again after a crash.
 *
 * <p>To declare a job, offer a bean of type {@code Task} beside what it does: {@code Tasks.recurring(name, schedule)} or
 * {@code Tasks.oneTime(DESCRIPTOR)} with {@code .execute((task, run) -> …)}, where the lambda only calls a verb. It must be
 * idempotent. A one-time job is promised by {@code Background} in the transaction that wants it done. Nothing runs before
 * the application is ready.
 */
@ApplicationModule(allowedDependencies = {})
package hengke.kernel.jobs;

import org.springframework.modulith.ApplicationModule;
