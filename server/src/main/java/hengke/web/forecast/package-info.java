/** Forecasts of what will be won over HTTP, and how true they came. */
package hengke.web.forecast;
