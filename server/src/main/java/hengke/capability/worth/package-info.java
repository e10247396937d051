/** What customers have bought and what they are worth: deals told from any object, RFM, new and returning customers. */
@ApplicationModule
package hengke.capability.worth;

import org.springframework.modulith.ApplicationModule;
