/** Word files: opened without harm, their names in braces found and filled, and laid out as a page; may use problem only. */
@NullMarked
package hengke.kernel.word;

import org.jspecify.annotations.NullMarked;
