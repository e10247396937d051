package hengke.kernel.paper;

import hengke.kernel.access.Organisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values a paper may speak of, by their names in a layout.
 *
 * @param known the record under the empty name, and what its references point at under theirs
 * @param tables its lines, by the name of their list
 */
record PaperValues(Map<String, Printer.Known> known, Map<String, Table> tables, Organisation organisation) {
    static final String COMPANY = "company";
    private static final String YUAN = "CNY";

    /** Lines as texts, and the fields they have. */
    record Table(List<Field<?>> fields, List<Map<String, String>> rows) {}

    String text(String name) {
        if (name.equals(COMPANY)) {
            return organisation.company().name();
        }
        return of(name).map(its -> its.texts().getOrDefault(last(name), "")).orElse("");
    }

    /** What a value is called; absent for one that is hidden or unknown. */
    Optional<Label> label(String name) {
        return of(name).filter(its -> its.texts().containsKey(last(name)))
                .flatMap(its -> its.object().field(last(name)).map(Field::label));
    }

    /** An amount in yuan in capital characters. */
    Optional<String> inWords(String name) {
        return of(name).filter(its -> its.texts().containsKey(last(name)))
                .flatMap(its ->
                        its.object().field(last(name)).map(field -> its.row().get(field)))
                .filter(Money.class::isInstance)
                .map(Money.class::cast)
                .filter(money -> money.currency().equals(YUAN))
                .map(money -> ChineseAmount.of(money.amount()));
    }

    private Optional<Printer.Known> of(String name) {
        int dot = name.indexOf('.');
        return Optional.ofNullable(known.get(dot < 0 ? "" : name.substring(0, dot)));
    }

    private static String last(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
