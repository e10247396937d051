/** Conversations over HTTP. */
package hengke.web.conversations;
