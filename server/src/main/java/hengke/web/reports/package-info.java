/** Reports and dashboards over HTTP. */
package hengke.web.reports;
