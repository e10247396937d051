/** Automations over HTTP: their administration, rehearsals, and what they have done. */
package hengke.web.automation;
