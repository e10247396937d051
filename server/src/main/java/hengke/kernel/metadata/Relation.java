package hengke.kernel.metadata;

/** How the children that a reference makes are listed on the record it points at. */
public record Relation(String name, Label label) {}
