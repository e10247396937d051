/** What leads become, over HTTP. */
package hengke.web.sales;
