/** Trends of measures over HTTP. */
package hengke.web.trend;
