package hengke.kernel.access;

import org.jspecify.annotations.Nullable;

/**
 * A part of the company.
 *
 * @param parent the id of the department it lies in; null at the top
 * @param head the id of the person who leads it: everybody in and below it reports to that person
 */
public record Department(
        long id,
        String name,
        @Nullable Long parent,
        @Nullable Long head,
        long version) {}
