package hengke.web.logs;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Nearest;
import hengke.kernel.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searching the logs, newest first: a page along an index, or everything from one cursor. */
@Component
final class Logs {
    private static final int PART = 1_000;
    private static final Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
    private static final Set<String> ALWAYS = Set.of("from", "to");

    private final List<Log> all;
    private final DSLContext database;
    private final LiveOrganisation organisation;

    Logs(List<Log> all, DSLContext database, LiveOrganisation organisation) {
        this.all = List.copyOf(all);
        this.database = database;
        this.organisation = organisation;
    }

    List<Log> all() {
        return all;
    }

    Log find(String name) {
        return all.stream().filter(log -> log.name().equals(name)).findFirst().orElseThrow(Refusal.NotFound::new);
    }

    /** One row more than wanted tells that there are more. */
    List<Record> page(Log log, Map<String, String> asked, @Nullable Long before, int limit) {
        return database.fetch(select(log, asked, before, limit));
    }

    Select<Record> select(Log log, Map<String, String> asked, @Nullable Long before, int limit) {
        Condition older = before == null ? DSL.noCondition() : ID.lt(before);
        return DSL.select(DSL.asterisk())
                .from(table(log))
                .where(condition(log, asked).and(older))
                .orderBy(ID.desc())
                .limit(DSL.inline(limit));
    }

    long count(Log log, Map<String, String> asked) {
        return database.fetchCount(DSL.selectOne().from(table(log)).where(condition(log, asked)));
    }

    void read(DSLContext transaction, Log log, Map<String, String> asked, Consumer<List<Record>> part) {
        try (Cursor<Record> cursor = transaction
                .select(DSL.asterisk())
                .from(table(log))
                .where(condition(log, asked))
                .orderBy(ID.desc())
                .fetchSize(PART)
                .fetchLazy()) {
            while (cursor.hasNext()) {
                part.accept(cursor.fetchNext(PART));
            }
        }
    }

    /** What is asked as a condition; what the log is not searched by is refused, not overlooked. */
    private Condition condition(Log log, Map<String, String> asked) {
        List<Condition> conditions = new ArrayList<>();
        asked.forEach((name, text) -> {
            Search search = log.searches().get(name);
            if (search == null && !ALWAYS.contains(name)) {
                throw Refusal.Invalid.at(name, unknown(log, name));
            }
            try {
                conditions.add(search == null ? time(log, name, text) : search.of(text));
            } catch (Unreadable unreadable) {
                throw Refusal.Invalid.at(name, unreadable.reason());
            }
        });
        return DSL.and(conditions);
    }

    private static Message unknown(Log log, String name) {
        Set<String> known = new TreeSet<>(log.searches().keySet());
        known.addAll(ALWAYS);
        return Nearest.of(name, known)
                .map(near -> Message.of("web.unknownKeyNear", name, near))
                .orElseGet(() -> Message.of("web.unknownKey", name, String.join(", ", known)));
    }

    private Condition time(Log log, String name, String text) throws Unreadable {
        Field<Instant> at = DSL.field(DSL.name(log.at()), SQLDataType.INSTANT);
        return name.equals("from") ? at.ge(moment(text, 0)) : at.lt(moment(text, 1));
    }

    /** A moment, or a day by the company's clock: from its beginning, and until its end. */
    private Instant moment(String text, int days) throws Unreadable {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(days)
                            .atStartOfDay(organisation.get().company().timeZone())
                            .toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Unreadable("value.date");
        }
    }

    private static Table<?> table(Log log) {
        return DSL.table(DSL.name(log.table()));
    }
}
