package hengke.web.paper;

import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.paper.Layout;
import hengke.kernel.problem.Message;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.List;

/** Reads what a layout consists of, block by block; formatted text is reduced to harmless HTML. */
final class LayoutReader {
    static final int MOST_BLOCKS = 80;
    static final int MOST_VALUES = 60;
    static final int MOST_TEXT = 10_000;
    static final TextualType LINE = new TextualType(TextualType.Form.TEXT, 200);
    private static final TextualType TEXT = new TextualType(TextualType.Form.LONG_TEXT, MOST_TEXT);
    private static final TextualType HTML = new TextualType(TextualType.Form.RICH_TEXT, 4 * MOST_TEXT);

    private LayoutReader() {}

    static Layout read(Body content) {
        List<Layout.Block> blocks = new ArrayList<>();
        List<Body> sent = content.each("blocks");
        if (sent.size() > MOST_BLOCKS) {
            content.refuse("blocks", Message.of("paper.tooMany", MOST_BLOCKS));
        }
        sent.stream().limit(MOST_BLOCKS).forEach(block -> {
            blocks.add(block(block));
            block.refuseUnasked();
        });
        Layout layout = new Layout(blocks, content.optional("foot", LINE).orElse(""));
        content.refuseUnasked();
        return layout;
    }

    private static Layout.Block block(Body block) {
        String kind = block.required("kind", LINE).orElse("");
        return switch (kind) {
            case "title" -> new Layout.Title(line(block, "text"));
            case "facts" -> new Layout.Facts(list(block, "values"));
            case "lines" -> new Layout.Lines(line(block, "relation"), list(block, "columns"));
            case "sums" -> new Layout.Sums(list(block, "values"), line(block, "inWords"));
            case "text" ->
                new Layout.Text(
                        line(block, "heading"), block.optional("text", TEXT).orElse(""));
            case "rich" -> new Layout.Rich(block.optional("html", HTML).orElse(""));
            case "clause" -> clause(block);
            case "signatures" -> new Layout.Signatures(list(block, "parties"));
            case "pageBreak" -> new Layout.PageBreak();
            case "word" -> word(block);
            default -> {
                block.refuse("kind", Message.of("paper.badBlock"));
                yield new Layout.PageBreak();
            }
        };
    }

    /** What the library says of it is not believed but looked up. */
    private static Layout.Block clause(Body block) {
        long id = block.required("clause", new IntegerType(1, Long.MAX_VALUE)).orElse(0L);
        block.given("edition");
        block.given("html");
        return new Layout.Clause(id, 0, line(block, "name"), "");
    }

    /** What the file speaks of is not believed but read from it. */
    private static Layout.Block word(Body block) {
        long file = block.required("file", new IntegerType(1, Long.MAX_VALUE)).orElse(0L);
        block.given("values");
        block.given("lines");
        return new Layout.Word(file, line(block, "name"), List.of(), List.of());
    }

    private static String line(Body block, String key) {
        return block.optional(key, LINE).orElse("");
    }

    private static List<String> list(Body block, String key) {
        List<String> values = block.list(key, LINE);
        if (values.size() > MOST_VALUES) {
            block.refuse(key, Message.of("paper.tooMany", MOST_VALUES));
        }
        return values;
    }
}
