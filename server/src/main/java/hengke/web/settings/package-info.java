/** The settings over HTTP. */
package hengke.web.settings;
