package hengke.capability.layout;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.paper.Layout;
import hengke.kernel.paper.WordLayouts;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.records.Writer;
import hengke.kernel.word.WordFile;
import hengke.kernel.word.WordLosses;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The Word files that papers of an object may be laid out by. What one speaks of is read from it, never believed. */
@Component
public final class WordFiles {
    private static final int LONGEST = 200;
    private static final String ENDING = ".docx";

    private final WordLayouts words;
    private final LiveCatalog catalog;
    private final Access access;
    private final Writer writer;
    private final DSLContext database;
    private final Clock clock;

    WordFiles(WordLayouts words, LiveCatalog catalog, Access access, Writer writer, DSLContext database, Clock clock) {
        this.words = words;
        this.catalog = catalog;
        this.access = access;
        this.writer = writer;
        this.database = database;
        this.clock = clock;
    }

    /**
     * A file, what it speaks of, and what of it will not be on the PDF as it is in Word.
     *
     * @param faults names that there are not any more
     */
    public record Told(Layout.Word word, List<Message> losses, List<FieldError> faults) {}

    /** Takes one that somebody brings; whatever is wrong with it is said, each with its place. */
    public Told take(Actor by, ObjectDefinition object, String uploadedName, byte[] content) {
        access.requireAdministrator(by);
        WordFile file = WordFile.open(content);
        String name = named(uploadedName);
        List<FieldError> faults = WordLayouts.look(catalog.current(), object, file, 0, name, "file")
                .faults();
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        long id = writer.inTransaction(within -> {
            long kept = words.keep(name, content);
            within.execute("""
                    insert into paper_layout_word (file_id, object, name, added_at, added_by)
                    values (?, ?, ?, cast(? as timestamptz), ?)
                    """, kept, object.name(), name, clock.instant().truncatedTo(ChronoUnit.MICROS), by.user());
            return kept;
        });
        return tell(object, id, name, file);
    }

    private static String named(String uploaded) {
        String plain = uploaded.replaceAll("[\\p{Cntrl}/\\\\]", " ").strip();
        String stem = plain.toLowerCase(Locale.ROOT).endsWith(ENDING)
                ? plain.substring(0, plain.length() - ENDING.length())
                : plain;
        return stem.substring(0, Math.min(stem.length(), LONGEST)) + ENDING;
    }

    public Told tell(ObjectDefinition object, long file) {
        return tell(object, file, name(object, file).orElseThrow(Refusal.NotFound::new), words.open(file));
    }

    private Told tell(ObjectDefinition object, long id, String name, WordFile file) {
        WordLayouts.Looked looked = WordLayouts.look(catalog.current(), object, file, id, name, "file");
        return new Told(looked.word(), WordLosses.of(file), looked.faults());
    }

    /** As it was brought. */
    public byte[] content(ObjectDefinition object, long file) {
        return name(object, file).map(_ -> words.content(file)).orElseThrow(Refusal.NotFound::new);
    }

    private Optional<String> name(ObjectDefinition object, long file) {
        return database.fetchOptional(
                        "select name from paper_layout_word where file_id = ? and object = ?", file, object.name())
                .map(row -> row.get("name", String.class));
    }

    /** The layout with what its Word file really speaks of; of a file there is not it speaks of nothing. */
    Layout looked(ObjectDefinition object, Layout layout) {
        List<Layout.Block> blocks = new ArrayList<>();
        for (Layout.Block block : layout.blocks()) {
            blocks.add(
                    block instanceof Layout.Word word
                            ? name(object, word.file())
                                    .map(name -> tell(object, word.file(), name, words.open(word.file()))
                                            .word())
                                    .orElse(new Layout.Word(word.file(), "", List.of(), List.of()))
                            : block);
        }
        return new Layout(blocks, layout.foot());
    }

    /** What is wrong with the Word file of a layout, at its block. */
    List<FieldError> faults(ObjectDefinition object, Layout layout, String at) {
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < layout.blocks().size(); i++) {
            if (layout.blocks().get(i) instanceof Layout.Word word) {
                String here = at + ".blocks[" + i + "].file";
                Optional<String> name = name(object, word.file());
                if (name.isEmpty()) {
                    faults.add(FieldError.of(here, Message.of("paper.noWord")));
                } else {
                    faults.addAll(WordLayouts.look(
                                    catalog.current(), object, words.open(word.file()), word.file(), name.get(), here)
                            .faults());
                }
            }
        }
        return faults;
    }
}
