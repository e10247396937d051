/** Pools over HTTP: their administration, and how one record stands with its pool. */
package hengke.web.pools;
