/** Signing papers: the company's certificate, seals, PAdES signatures and their check. Knows nothing of what is signed. */
@NullMarked
package hengke.kernel.signing;

import org.jspecify.annotations.NullMarked;
