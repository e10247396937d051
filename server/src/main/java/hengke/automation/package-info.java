/** What goes by itself: rules that begin when something happens or is due, and the steps each record then goes through. */
@ApplicationModule
package hengke.automation;

import org.springframework.modulith.ApplicationModule;
