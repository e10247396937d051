/**
 * Who may do what with which records and fields, decided in one place for every path. Plain Java; uses the metadata and
 * the query language.
 */
@ApplicationModule
package hengke.kernel.access;

import org.springframework.modulith.ApplicationModule;
