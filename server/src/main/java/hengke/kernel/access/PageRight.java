package hengke.kernel.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the administration that a role may open for people who are no administrators. */
public enum PageRight {
    /** The library of tags: rename, group, merge, delete. */
    TAGS,
    /** What everybody did, and not only oneself. */
    OPERATIONS,
    /** What everybody took out as files: that it was done, not the files. */
    EXPORTS,
    /** Forms and other ways by which records come from outside, and what came. */
    INTAKE,
    /** What people and departments aim at: to set it, of those one sees. */
    TARGETS,
    /** What everybody or some are told: to publish it, and to see who has read it. */
    ANNOUNCEMENTS,
    /** Text messages in the company's name, which cost it money: to have automations send them. */
    TEXTS,
    /** Operations, sign-ins, changes and administration of everybody, with all values. */
    LOGS;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PageRight> of(String wire) {
        return Arrays.stream(values()).filter(page -> page.wire().equals(wire)).findFirst();
    }
}
