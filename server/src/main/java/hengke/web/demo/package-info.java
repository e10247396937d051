/** Loading and removing the demo data. */
package hengke.web.demo;
