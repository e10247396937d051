/** Steps that divide and come together again: the tree that approvals and automations are drawn as. */
@ApplicationModule
package hengke.capability.flow;

import org.springframework.modulith.ApplicationModule;
