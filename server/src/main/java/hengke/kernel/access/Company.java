package hengke.kernel.access;

import java.time.Month;
import java.time.ZoneId;

/**
 * The company that uses this installation.
 *
 * @param shortName where there is little room; the name unless the company has decided otherwise
 * @param timeZone in which its days begin and end
 * @param currency of its books, as ISO 4217
 * @param fiscalYearStart the month in which its year of business begins
 */
public record Company(String name, String shortName, ZoneId timeZone, String currency, Month fiscalYearStart) {}
