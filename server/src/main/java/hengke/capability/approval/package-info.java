/** Records that others must agree to: who is asked in which order, what that keeps back, and what becomes of the record. */
@ApplicationModule
package hengke.capability.approval;

import org.springframework.modulith.ApplicationModule;
