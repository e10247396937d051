/** What the start of the product is compared with. */
package hengke.bench.empty;
