package hengke.kernel.paper;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Every value it speaks of, but for those of its lines. */
    public Set<String> names() {
        return MergeText.names(this).collect(Collectors.toUnmodifiableSet());
    }

    /** Every table of lines it speaks of. */
    public Stream<Lines> tables() {
        return blocks.stream().flatMap(block -> switch (block) {
            case Lines lines -> Stream.of(lines);
            case Word word -> word.lines().stream();
            default -> Stream.of();
        });
    }

    /** The Word file it is, if it is one. */
    public Optional<Word> word() {
        return blocks.stream()
                .filter(Word.class::isInstance)
                .map(Word.class::cast)
                .findFirst();
    }

    /** A part of the page. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Title.class, name = "title"),
        @JsonSubTypes.Type(value = Facts.class, name = "facts"),
        @JsonSubTypes.Type(value = Lines.class, name = "lines"),
        @JsonSubTypes.Type(value = Sums.class, name = "sums"),
        @JsonSubTypes.Type(value = Text.class, name = "text"),
        @JsonSubTypes.Type(value = Rich.class, name = "rich"),
        @JsonSubTypes.Type(value = Clause.class, name = "clause"),
        @JsonSubTypes.Type(value = Signatures.class, name = "signatures"),
        @JsonSubTypes.Type(value = PageBreak.class, name = "pageBreak"),
        @JsonSubTypes.Type(value = Word.class, name = "word")
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

    /** Formatted text: harmless HTML in which values are named as in any other text. */
    public record Rich(String html) implements Block {}

    /**
     * A text of the library.
     *
     * @param clause which
     * @param edition of the text; 0 as long as it follows the library
     * @param name what it was called
     * @param html its text; empty as long as it follows the library
     */
    public record Clause(long clause, long edition, String name, String html) implements Block {}

    /**
     * The whole paper, as a Word file has it.
     *
     * @param file under which it is kept, and never changed
     * @param name what it was called
     * @param values it speaks of
     * @param lines the tables it has
     */
    public record Word(long file, String name, List<String> values, List<Lines> lines) implements Block {
        public Word {
            values = List.copyOf(values);
            lines = List.copyOf(lines);
        }
    }

    /** What comes after it begins a page. */
    public record PageBreak() implements Block {}

    /** Where both parties sign. */
    public record Signatures(List<String> parties) implements Block {
        public Signatures {
            parties = List.copyOf(parties);
        }
    }
}
