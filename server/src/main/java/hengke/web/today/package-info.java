/** What is to be done today, besides what lists of records tell. */
package hengke.web.today;
