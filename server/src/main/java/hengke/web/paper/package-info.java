/** Printed records over HTTP. */
package hengke.web.paper;
