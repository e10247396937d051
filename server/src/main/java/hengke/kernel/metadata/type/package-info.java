/** The kinds of value a field may hold; each says how it is stored, written as JSON, asked for and made up. */
@NamedInterface("type")
package hengke.kernel.metadata.type;

import org.springframework.modulith.NamedInterface;
