/** The tag libraries over HTTP. */
package hengke.web.tags;
