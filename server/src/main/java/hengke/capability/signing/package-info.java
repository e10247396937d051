/** Papers of records signed by both sides: in turn, with proof of who it was, and what becomes of the record by it. */
@ApplicationModule
package hengke.capability.signing;

import org.springframework.modulith.ApplicationModule;
