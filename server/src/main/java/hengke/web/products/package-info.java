/** What products cost, over HTTP. */
package hengke.web.products;
