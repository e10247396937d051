/** Requests that may be sent again without being done again. */
package hengke.web.once;
