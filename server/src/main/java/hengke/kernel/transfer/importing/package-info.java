/** Taking records in from spreadsheets: matching columns, reading cells, writing rows in parts that survive a kill. */
package hengke.kernel.transfer.importing;
