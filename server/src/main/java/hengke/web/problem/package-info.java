/** Every refusal as one problem document (RFC 9457), in the reader's language. */
package hengke.web.problem;
