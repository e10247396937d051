/** Approvals over HTTP: templates, what waits for whom, and what is done with it. */
package hengke.web.approvals;
