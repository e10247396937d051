package hengke.capability.forecast;

import static org.jooq.impl.DSL.val;

import hengke.capability.goal.Span;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Writer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people say they will have won: only ever added to, each word after the one that its author had seen. */
@Component
public final class ForecastSubmissions {
    private static final String COLUMNS = "from_day, person, adjusts, turn, committed, best, note, at, author";

    private final DSLContext database;
    private final LiveOrganisation organisation;
    private final Writer writer;
    private final Clock clock;

    ForecastSubmissions(DSLContext database, LiveOrganisation organisation, Writer writer, Clock clock) {
        this.database = database;
        this.organisation = organisation;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * What somebody wants to say.
     *
     * @param seen the turn of the word before, that he has seen; 0 where there was none
     */
    public record Word(
            long person,
            @Nullable BigDecimal committed,
            @Nullable BigDecimal best,
            @Nullable String note,
            long seen) {}

    /** What is said of everybody for a period now. */
    public Map<Long, Said> of(ObjectDefinition object, Span span) {
        Map<Long, Said> said = new HashMap<>();
        database.fetch(
                        "select distinct on (person, adjusts) " + COLUMNS + " from forecast_submission"
                                + " where object = {0} and unit = {1} and from_day = {2}"
                                + " order by person, adjusts, turn desc",
                        val(object.name()),
                        val(span.unit().wire()),
                        val(span.from()))
                .map(ForecastSubmissions::read)
                .forEach(each -> said.merge(
                        each.person(),
                        each.adjusts() ? new Said(null, each) : new Said(each, null),
                        (one, other) -> new Said(
                                one.own() == null ? other.own() : one.own(),
                                one.adjustment() == null ? other.adjustment() : one.adjustment())));
        return said;
    }

    /** All that was ever said for periods of one length, oldest first. */
    public List<Submission> history(ObjectDefinition object, Span.Unit unit) {
        return database.fetch(
                        "select " + COLUMNS + " from forecast_submission where object = {0} and unit = {1} order by id",
                        val(object.name()),
                        val(unit.wire()))
                .map(ForecastSubmissions::read);
    }

    /** All that was ever said of a person for a period, newest first. */
    public List<Submission> history(ObjectDefinition object, Span span, long person) {
        return database.fetch(
                        "select " + COLUMNS + " from forecast_submission"
                                + " where object = {0} and unit = {1} and from_day = {2} and person = {3}"
                                + " order by id desc",
                        val(object.name()),
                        val(span.unit().wire()),
                        val(span.from()),
                        val(person))
                .map(ForecastSubmissions::read);
    }

    /**
     * Says it: of oneself, or of somebody under oneself. When something was said that the author has not seen, nothing is
     * written, and the conflict tells what.
     */
    public Submission say(Actor by, ObjectDefinition object, Span span, Word word) {
        boolean adjusts = by.user() != word.person();
        if (adjusts && !organisation.get().subordinates(by.user()).contains(word.person())) {
            throw new Refusal.Forbidden(Message.of("forecast.notYours"));
        }
        return writer.inTransaction(within -> {
            Submission before = newest(within, object, span, word.person(), adjusts);
            long turn = before == null ? 0 : before.turn();
            if (turn != word.seen() || !append(within, by, object, span, word, adjusts)) {
                throw conflict(newest(within, object, span, word.person(), adjusts));
            }
            return Objects.requireNonNull(newest(within, object, span, word.person(), adjusts));
        });
    }

    /** Takes away for good what was said of these people and by them, as if they had never been. */
    public void forget(Collection<Long> people) {
        database.execute(
                "delete from forecast_submission where person = any({0}) or author = any({0})",
                val(people.toArray(Long[]::new)));
    }

    private static @Nullable Submission newest(
            DSLContext within, ObjectDefinition object, Span span, long person, boolean adjusts) {
        return within.fetchOptional(
                        "select " + COLUMNS + " from forecast_submission where object = {0} and unit = {1}"
                                + " and from_day = {2} and person = {3} and adjusts = {4} order by turn desc limit 1",
                        val(object.name()),
                        val(span.unit().wire()),
                        val(span.from()),
                        val(person),
                        val(adjusts))
                .map(ForecastSubmissions::read)
                .orElse(null);
    }

    /** Of two at once, the second waits for the first and then finds its turn taken. */
    private boolean append(
            DSLContext within, Actor by, ObjectDefinition object, Span span, Word word, boolean adjusts) {
        return within.execute(
                        """
                        insert into forecast_submission
                            (object, unit, from_day, person, adjusts, turn, committed, best, note, at, author)
                        values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10})
                        on conflict on constraint forecast_submission_once do nothing""",
                        val(object.name()),
                        val(span.unit().wire()),
                        val(span.from()),
                        val(word.person()),
                        val(adjusts),
                        val(word.seen() + 1),
                        val(word.committed(), SQLDataType.NUMERIC),
                        val(word.best(), SQLDataType.NUMERIC),
                        val(word.note(), SQLDataType.CLOB),
                        DSL.val(clock.instant().truncatedTo(ChronoUnit.MICROS), SQLDataType.INSTANT),
                        val(by.user()))
                == 1;
    }

    private Refusal conflict(@Nullable Submission other) {
        Map<String, @Nullable Object> told = new HashMap<>();
        String who = other == null
                ? ""
                : organisation.get().person(other.author()).map(Person::name).orElse("");
        told.put("turn", other == null ? 0L : other.turn());
        told.put("by", who);
        told.put("commit", text(other == null ? null : other.committed()));
        told.put("best", text(other == null ? null : other.best()));
        return new Refusal.Conflict("stale", Message.of("forecast.stale", who), told);
    }

    private static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static Submission read(Record row) {
        return new Submission(
                row.get("from_day", LocalDate.class),
                row.get("person", Long.class),
                row.get("adjusts", Boolean.class),
                row.get("turn", Long.class),
                row.get("committed", BigDecimal.class),
                row.get("best", BigDecimal.class),
                row.get("note", String.class),
                row.get("at", Instant.class),
                row.get("author", Long.class));
    }
}
