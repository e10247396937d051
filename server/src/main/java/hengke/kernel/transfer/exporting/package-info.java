/** Taking records and logs out into spreadsheets: in the background, by whose leave, how much, and for how long. */
@NamedInterface("exporting")
package hengke.kernel.transfer.exporting;

import org.springframework.modulith.NamedInterface;
