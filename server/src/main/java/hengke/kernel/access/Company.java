package hengke.kernel.access;

import java.time.ZoneId;

/**
 * The company that uses this installation.
 *
 * @param shortName where there is little room; the name unless the company has decided otherwise
 * @param timeZone in which its days begin and end
 * @param currency of its books, as ISO 4217
 */
public record Company(String name, String shortName, ZoneId timeZone, String currency) {}
