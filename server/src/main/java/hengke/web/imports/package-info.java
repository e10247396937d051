/** Importing over HTTP. */
package hengke.web.imports;
