/** What administrators do with the company as a whole. Uses capability and kernel. */
package hengke.administration;
