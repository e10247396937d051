/**
 * How approvals go: flows, states, and what becomes of a state by what is done. Plain values and functions; whatever
 * needs the database or the organisation is asked of {@link hengke.capability.approval.flow.World}.
 */
@NamedInterface("flow")
package hengke.capability.approval.flow;

import org.springframework.modulith.NamedInterface;
