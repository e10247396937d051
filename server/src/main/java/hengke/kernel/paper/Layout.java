package hengke.kernel.paper;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What a printed record consists of, from top to bottom. Texts may name values in braces: a field as {@code {number}}, one
 * of the record a reference points at as {@code {customer.name}}, and the company's name as {@code {company}}.
 *
 * @param blocks in their order
 * @param foot stands at the bottom of each page beside its number
 */
public record Layout(List<Block> blocks, String foot) {
    public Layout {
        blocks = List.copyOf(blocks);
    }

    /** A part of the page. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Title.class, name = "title"),
        @JsonSubTypes.Type(value = Facts.class, name = "facts"),
        @JsonSubTypes.Type(value = Lines.class, name = "lines"),
        @JsonSubTypes.Type(value = Sums.class, name = "sums"),
        @JsonSubTypes.Type(value = Text.class, name = "text"),
        @JsonSubTypes.Type(value = Signatures.class, name = "signatures")
    })
    public sealed interface Block {}

    /** The company with its logo, and what the paper is. */
    public record Title(String text) implements Block {}

    /** Values with their labels, two side by side; those that are absent are left out. */
    public record Facts(List<String> values) implements Block {
        public Facts {
            values = List.copyOf(values);
        }
    }

    /**
     * The record's lines as a table.
     *
     * @param relation under which name they are listed on the record
     * @param columns fields of a line; one that is empty on all lines is left out
     */
    public record Lines(String relation, List<String> columns) implements Block {
        public Lines {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Amounts below the lines.
     *
     * @param inWords the amount that is told in capital characters too; empty for none
     */
    public record Sums(List<String> values, String inWords) implements Block {
        public Sums {
            values = List.copyOf(values);
        }
    }

    /** A paragraph under a heading; both are left out where the text has nothing to say. */
    public record Text(String heading, String text) implements Block {}

    /** Where both parties sign. */
    public record Signatures(List<String> parties) implements Block {
        public Signatures {
            parties = List.copyOf(parties);
        }
    }
}
