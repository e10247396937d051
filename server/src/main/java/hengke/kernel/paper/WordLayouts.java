package hengke.kernel.paper;

import hengke.kernel.files.StoredFile;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.word.WordFile;
import hengke.kernel.word.WordNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Word files that papers are laid out by: kept for good, and looked through for what they speak of. */
@Component
public final class WordLayouts {
    private static final int MOST_FAULTS = 30;

    private final StoredFiles files;

    WordLayouts(StoredFiles files) {
        this.files = files;
    }

    /** What a file speaks of, and what is wrong with it. */
    public record Looked(Layout.Word word, List<FieldError> faults) {}

    /** Keeps a file that nobody has uploaded, so that nobody removes it; its id. */
    public long keep(String name, byte[] content) {
        AtomicLong id = new AtomicLong();
        files.make(name, stream -> stream.write(content), file -> {
            id.set(file.id());
            return true;
        });
        return id.get();
    }

    public byte[] content(long file) {
        StoredFile stored = files.find(file).orElseThrow();
        try (var content = files.open(stored)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public WordFile open(long file) {
        return WordFile.open(content(file));
    }

    /**
     * Looks up every name.
     *
     * @param at where the file stands in what was sent
     */
    public static Looked look(
            Catalog catalog, ObjectDefinition object, WordFile file, long id, String name, String at) {
        Map<String, ObjectDefinition> lists = catalog.lines(object).stream()
                .collect(Collectors.toMap(kind -> kind.relation().name(), Catalog.Child::object, (one, _) -> one));
        WordNames.Result found = WordNames.of(file, lists.keySet());
        List<FieldError> faults = new ArrayList<>();
        Set<String> values = new LinkedHashSet<>();
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        found.faults().forEach(fault -> faults.add(FieldError.of(at, fault)));
        for (WordNames.Found each : found.names()) {
            int dot = each.name().indexOf('.');
            ObjectDefinition line = dot < 0 ? null : lists.get(each.name().substring(0, dot));
            Optional<Message> fault;
            if (line == null) {
                fault = LayoutCheck.fault(catalog, object, each.name());
                values.add(Merge.name(each.name()));
            } else {
                String column = each.name().substring(dot + 1);
                fault = column(line, column);
                columns.computeIfAbsent(each.name().substring(0, dot), _ -> new LinkedHashSet<>())
                        .add(Merge.name(column));
            }
            fault.ifPresent(it -> faults.add(FieldError.of(at, Message.of("paper.inWord", it, each.where()))));
        }
        columns.values().forEach(names -> names.remove(WordValues.NUMBER));
        Layout.Word word = new Layout.Word(
                id,
                name,
                List.copyOf(values),
                columns.entrySet().stream()
                        .map(list -> new Layout.Lines(list.getKey(), List.copyOf(list.getValue())))
                        .toList());
        return new Looked(word, faults.stream().distinct().limit(MOST_FAULTS).toList());
    }

    private static Optional<Message> column(ObjectDefinition line, String expression) {
        if (expression.equals(WordValues.NUMBER)) {
            return Optional.empty();
        }
        String name = Merge.name(expression);
        Optional<Field<?>> field = MergeText.isName(name) && name.indexOf('.') < 0
                ? line.field(name).map(its -> its)
                : Optional.empty();
        return field.isEmpty()
                ? Optional.of(Message.of("paper.unknownValue", name))
                : LayoutCheck.form(expression, field, false);
    }
}
