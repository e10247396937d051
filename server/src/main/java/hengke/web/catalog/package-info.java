/** What objects and fields there are, as one person sees them. */
package hengke.web.catalog;
