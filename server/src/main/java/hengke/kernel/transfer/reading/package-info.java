/** Spreadsheets read row by row in constant memory: .xlsx and delimited text, with guards against hostile files. */
@NamedInterface("reading")
package hengke.kernel.transfer.reading;

import org.springframework.modulith.NamedInterface;
