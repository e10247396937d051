/** What was learnt from records, over HTTP. */
package hengke.web.prediction;
