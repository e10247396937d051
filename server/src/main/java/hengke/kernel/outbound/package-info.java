/**
 * Requests to addresses that people type: checked, pinned to what was checked, following nobody elsewhere, within limits
 * of time and size. Whatever calls out to where an administrator says uses this. Uses problem.
 */
@ApplicationModule(allowedDependencies = "kernel.problem")
package hengke.kernel.outbound;

import org.springframework.modulith.ApplicationModule;
