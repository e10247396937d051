/** Forms and hooks by which records come from outside: for anybody to send, for colleagues to manage. */
package hengke.web.intake;
