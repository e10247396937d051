package hengke.kernel.metadata.type;

/** A record of any object. */
public record Link(String object, long id) {}
