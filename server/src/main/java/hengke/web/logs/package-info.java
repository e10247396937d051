/** The logs over HTTP, for administrators: what was done, who signed in, what changed, and whether all of it is as it was. */
package hengke.web.logs;
