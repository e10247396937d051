/** Rules of routing over HTTP: their administration, a trial of them, and the decisions they have made. */
package hengke.web.routing;
