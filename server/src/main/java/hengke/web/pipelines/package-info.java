/** Pipelines over HTTP, and the steps a record has made. */
package hengke.web.pipelines;
