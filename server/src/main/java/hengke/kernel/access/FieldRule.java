package hengke.kernel.access;

/** What a role says about one field of one object. */
public record FieldRule(String object, String field, FieldRight right) {}
