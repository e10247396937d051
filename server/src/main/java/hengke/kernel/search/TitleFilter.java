package hengke.kernel.search;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.query.Check;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Selection;
import hengke.kernel.text.SearchPart;
import hengke.kernel.text.SearchQuery;
import java.util.List;
import java.util.stream.Stream;

/** A filter for characters within the title, which no index on the title serves but the one for searching does. */
public final class TitleFilter {
    private TitleFilter() {}

    /** The same selection, and what the search index knows about its filter. */
    public static Selection helped(Selection selection) {
        ObjectDefinition object = selection.object();
        List<String> grams = indexed(object)
                ? held(selection.criterion(), object.title())
                        .flatMap(part -> SearchQuery.gramsOfNamesWith(part).stream())
                        .distinct()
                        .toList()
                : List.of();
        return grams.isEmpty()
                ? selection
                : selection.helpedBy(row -> RecordSearch.found(row, object, RecordSearch.having(grams)));
    }

    /** Are all characters of every title searched? */
    private static boolean indexed(ObjectDefinition object) {
        return SearchDocuments.searched(object).contains(object.title())
                && object.title().type() instanceof TextualType(var _, int longest)
                && longest <= SearchPart.LONGEST_NAME;
    }

    private static Stream<String> held(Criterion criterion, Field<?> title) {
        return switch (criterion) {
            case Criterion.And(List<Criterion> terms) -> terms.stream().flatMap(term -> held(term, title));
            case Criterion.Test(Field<?> field, Check.Holds(String part, boolean _))
            when field.equals(title) -> Stream.of(part);
            default -> Stream.of();
        };
    }
}
