/** What makes Chinese text findable and comparable: folding, pinyin, search grams. Depends on kernel.problem only. */
@ApplicationModule
package hengke.kernel.text;

import org.springframework.modulith.ApplicationModule;
