/** What open pages hear without asking. */
package hengke.web.stream;
