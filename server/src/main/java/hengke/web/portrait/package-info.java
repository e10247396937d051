/** Portraits over HTTP. */
package hengke.web.portrait;
