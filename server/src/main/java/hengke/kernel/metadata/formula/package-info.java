/** The language of computed fields: from a text, over its tokens and nodes, to an expression of known kinds. */
@NamedInterface("formula")
package hengke.kernel.metadata.formula;

import org.springframework.modulith.NamedInterface;
