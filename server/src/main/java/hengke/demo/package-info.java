/** An invented company to get to know the product with; loaded and taken away in one go. Knows the business packages. */
@ApplicationModule
package hengke.demo;

import org.springframework.modulith.ApplicationModule;
