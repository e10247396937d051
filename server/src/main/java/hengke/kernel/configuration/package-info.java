/** What administrators change about objects and fields while the product runs: checked, counted, kept in versions. */
@ApplicationModule
package hengke.kernel.configuration;

import org.springframework.modulith.ApplicationModule;
