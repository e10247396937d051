/** Spreadsheets written row by row in constant memory, with nothing in them that a spreadsheet program would run. */
@NamedInterface("writing")
package hengke.kernel.transfer.writing;

import org.springframework.modulith.NamedInterface;
