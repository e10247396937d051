/** What people are told, over HTTP. */
package hengke.web.notices;
