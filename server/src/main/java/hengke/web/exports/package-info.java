/** Exporting over HTTP. */
package hengke.web.exports;
