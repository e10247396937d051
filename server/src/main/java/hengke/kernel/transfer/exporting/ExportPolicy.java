package hengke.kernel.transfer.exporting;

import java.time.Duration;

/**
 * How much may be taken out, and what becomes of it.
 *
 * @param marked is it said above the table who made the file and when?
 * @param mostRows of one export
 * @param rowsPerDay of one person
 * @param kept how long a file can be fetched
 */
public record ExportPolicy(boolean marked, long mostRows, long rowsPerDay, Duration kept) {}
