/** Calendars over HTTP: windows of time, changes of single occurrences, and the feed for other calendars. */
package hengke.web.calendar;
