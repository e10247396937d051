/** Reference data that changes with releases only. */
package hengke.web.reference;
