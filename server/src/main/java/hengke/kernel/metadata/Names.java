package hengke.kernel.metadata;

/**
 * What one record of an object, and what several are called.
 *
 * @param several in Chinese the same word
 */
public record Names(Label one, Label several) {}
