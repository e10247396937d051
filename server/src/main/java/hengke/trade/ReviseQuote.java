package hengke.trade;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A new edition of a quote that has been sent: the old one stays as it was and is not valid any more. */
@Component
@Order(11)
final class ReviseQuote extends DocumentCommand {
    private static final List<String> REVISED = List.of(Quote.SENT, Quote.DECLINED, Quote.EXPIRED);

    private final Quote quote;

    ReviseQuote(LiveCatalog live, Access access, Quote quote) {
        super(live, access);
        this.quote = quote;
    }

    @Override
    public String name() {
        return "revise";
    }

    @Override
    public Label label() {
        return new Label("新建一版", "New edition");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(quote.name());
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.all(
                Criterion.in(quote.status, REVISED),
                access().visibility(actor, object, Verb.EDIT).criterion());
    }

    @Override
    Verb verb() {
        return Verb.EDIT;
    }

    @Override
    ObjectDefinition target(ObjectDefinition from) {
        return from;
    }

    @Override
    void complete(Row from, Map<Field<?>, @Nullable Object> values) {
        if (!REVISED.contains(from.get(quote.status))) {
            throw new Refusal.Conflict("notRevisable", Message.of("trade.notRevisable"), Map.of());
        }
        long edition = from.need(quote.edition) + 1;
        String number = from.need(quote.number).replaceFirst("-" + (edition - 1) + "$", "");
        values.put(quote.number, number + "-" + edition);
        values.put(quote.edition, edition);
        values.put(quote.previous, from.id());
        values.remove(quote.validUntil);
    }

    @Override
    Verdict afterwards(Run run, Row from, Row made) {
        return run.write(List.of(Draft.update(from.id(), from.version(), Map.of(quote.status, Quote.SUPERSEDED))))
                .getFirst();
    }
}
