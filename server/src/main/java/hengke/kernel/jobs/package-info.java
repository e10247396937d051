/**
 * Work in the background, by db-scheduler: run once, on whichever node is free, and again after a crash.
 *
 * <p>To declare a job, offer a bean of type {@code Task} beside what it does: {@code Tasks.recurring(name, schedule)} or
 * {@code Tasks.oneTime(DESCRIPTOR)} with {@code .execute((task, run) -> …)}, where the lambda only calls a verb. It must be
 * idempotent. A one-time job is started by {@code SchedulerClient.scheduleIfNotExists(DESCRIPTOR.instance(id).data(…)
 * .scheduledTo(now))}, also within a transaction, and urgent ones by {@code .priority(…)}. Nothing runs before the
 * application is ready.
 */
@ApplicationModule(allowedDependencies = {})
package hengke.kernel.jobs;

import org.springframework.modulith.ApplicationModule;
