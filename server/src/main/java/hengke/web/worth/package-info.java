/** What customers are worth, over HTTP: how it is told, and the analysis. */
package hengke.web.worth;
