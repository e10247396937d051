/** Records over HTTP: read, write, ask, count, take back. */
package hengke.web.records;
