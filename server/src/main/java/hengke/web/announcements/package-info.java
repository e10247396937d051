/** Announcements over HTTP. */
package hengke.web.announcements;
