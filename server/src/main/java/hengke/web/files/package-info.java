/** Files over HTTP, under the right of the record they hang on. */
package hengke.web.files;
