/**
 * Finding records: Filter (asked) → Criterion (resolved, typed) → Condition (SQL), pages, counts and aggregates, all
 * under the visibility that access gives. Plain Java and jOOQ.
 */
@ApplicationModule
package hengke.kernel.query;

import org.springframework.modulith.ApplicationModule;
