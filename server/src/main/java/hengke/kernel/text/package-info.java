/** What makes Chinese text findable and comparable: folding, pinyin, search grams. Depends on nothing. */
@ApplicationModule(allowedDependencies = {})
package hengke.kernel.text;

import org.springframework.modulith.ApplicationModule;
