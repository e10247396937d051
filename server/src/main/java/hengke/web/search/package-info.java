/** One search over everything. */
package hengke.web.search;
