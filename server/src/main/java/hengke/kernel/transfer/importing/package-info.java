/** Taking records in from spreadsheets: matching columns, reading cells, writing rows in parts that survive a kill. */
@NamedInterface("importing")
package hengke.kernel.transfer.importing;

import org.springframework.modulith.NamedInterface;
