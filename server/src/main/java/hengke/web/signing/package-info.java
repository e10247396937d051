/** Signing papers over HTTP: for colleagues, for those who sign, and for whoever wants to check a paper. */
package hengke.web.signing;
