package hengke.kernel.metadata;

/** In which records a field's value is kept from whoever reads, as if it were absent; {@code kernel.query} knows more. */
public interface Cover {}
