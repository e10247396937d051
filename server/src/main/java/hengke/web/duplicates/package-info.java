/** Finding records that are the same, and making one of them. */
package hengke.web.duplicates;
