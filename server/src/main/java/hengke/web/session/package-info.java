/** Signing in over HTTP: the gate before the API, the session, set-up and tokens. */
package hengke.web.session;
