package hengke.kernel.access;

import java.time.ZoneId;

/**
 * The company that uses this installation.
 *
 * @param timeZone in which its days begin and end
 * @param currency of its books, as ISO 4217
 */
public record Company(String name, ZoneId timeZone, String currency) {}
