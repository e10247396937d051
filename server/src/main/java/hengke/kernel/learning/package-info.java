/**
 * Learning to tell apart from what was: plain Java over cases, with no database and nothing of records. What is measured
 * on real files is what runs in the product.
 */
@ApplicationModule
package hengke.kernel.learning;

import org.springframework.modulith.ApplicationModule;
