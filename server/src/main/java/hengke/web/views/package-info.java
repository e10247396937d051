/** Saved lists and boards over HTTP. */
package hengke.web.views;
