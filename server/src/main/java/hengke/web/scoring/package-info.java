/** Rules of scoring over HTTP: their administration, and what they would change. */
package hengke.web.scoring;
