/** What customers owe, over HTTP. */
package hengke.web.receivables;
