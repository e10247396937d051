package hengke.automation;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Language;
import hengke.kernel.query.Criterion;
import hengke.kernel.transfer.exporting.RecordTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Texts in which names of fields in braces stand for values of a record, as far as somebody may see them. */
@Component
final class Words {
    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9_]{0,59})}");

    private final RecordTexts texts;
    private final Access access;

    Words(RecordTexts texts, Access access) {
        this.texts = texts;
        this.access = access;
    }

    /** The names a text speaks of. */
    static Set<String> names(String text) {
        return NAME.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** By record, the text with its values; what the reader may not see, or is not there, is left out. */
    Map<Long, String> of(Actor reader, Language language, ObjectDefinition object, List<Row> rows, String text) {
        Set<String> names = names(text);
        if (names.isEmpty()) {
            return rows.stream().collect(Collectors.toMap(Row::id, _ -> text));
        }
        List<Field<?>> fields = texts.fields(reader, object).stream()
                .filter(field -> names.contains(field.name()))
                .filter(field -> access.covers(reader, object, field) instanceof Criterion.Never)
                .toList();
        List<Map<String, String>> values = texts.of(reader, object, rows, fields, language);
        Map<Long, String> filled = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> its = values.get(i);
            filled.put(rows.get(i).id(), NAME.matcher(text).replaceAll(found -> value(its, found)));
        }
        return filled;
    }

    private static String value(Map<String, String> values, MatchResult found) {
        return Matcher.quoteReplacement(values.getOrDefault(found.group(1), ""));
    }
}
