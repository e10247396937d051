/** Values as people write them in spreadsheets, read tolerantly and refused with a reason. Plain functions. */
@NamedInterface("value")
package hengke.kernel.text.value;

import org.springframework.modulith.NamedInterface;
