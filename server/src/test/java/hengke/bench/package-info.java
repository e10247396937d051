/** Volume data, and each workload of the product side by side with the same work in SQL written by hand. */
package hengke.bench;
