/** Robots of groups over HTTP: their administration, and what came to simulated groups. */
package hengke.web.robots;
