/** What a record is like to deal with, reckoned from what happened: how lively the exchange is, and how well it stands. */
@ApplicationModule
package hengke.capability.portrait;

import org.springframework.modulith.ApplicationModule;
