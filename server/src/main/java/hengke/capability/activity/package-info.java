/** Following up: what was said to whom and when to speak again, on any record that can be followed. */
@ApplicationModule
package hengke.capability.activity;

import org.springframework.modulith.ApplicationModule;
