/** Numbers that follow one another in time: what recurs, what comes next, and between which bounds; plain Java. */
@ApplicationModule
package hengke.kernel.series;

import org.springframework.modulith.ApplicationModule;
