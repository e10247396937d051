/** Records on paper: what a printed page consists of, and how it becomes a PDF. */
@NullMarked
package hengke.kernel.paper;

import org.jspecify.annotations.NullMarked;
