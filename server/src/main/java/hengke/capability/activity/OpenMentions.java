package hengke.capability.activity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follow-ups that speak to somebody, until that person has answered them or put them aside. */
@Component
public final class OpenMentions {
    private static final Table<Record> MENTIONS = table(name("mention"));
    private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final Field<Long> PERSON = field(name("person"), SQLDataType.BIGINT);
    private static final Field<Long> ACTIVITY = field(name("activity"), SQLDataType.BIGINT);
    private static final Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    private static final Field<Instant> DONE_AT = field(name("done_at"), SQLDataType.INSTANT);

    private final DSLContext database;

    OpenMentions(DSLContext database) {
        this.database = database;
    }

    /** @param activity the follow-up that speaks to somebody */
    public record Mention(long id, long activity, Instant at) {}

    /** What still waits for this person, newest first. */
    public List<Mention> of(long person, int limit) {
        return database.select(ID, ACTIVITY, AT)
                .from(MENTIONS)
                .where(PERSON.eq(person), DONE_AT.isNull())
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(OpenMentions::mention);
    }

    /** One of this person's, whether open or done. */
    public Optional<Mention> find(long person, long id) {
        return database.select(ID, ACTIVITY, AT)
                .from(MENTIONS)
                .where(ID.eq(id), PERSON.eq(person))
                .fetchOptional(OpenMentions::mention);
    }

    /** @param at when it was done; null opens it again */
    public void mark(DSLContext transaction, Mention mention, @Nullable Instant at) {
        transaction.update(MENTIONS).set(DONE_AT, at).where(ID.eq(mention.id())).execute();
    }

    /** The follow-up speaks to these people and no others; what was done stays done. */
    void keep(DSLContext transaction, long activity, Collection<Long> people, Instant at) {
        transaction
                .deleteFrom(MENTIONS)
                .where(ACTIVITY.eq(activity), DONE_AT.isNull(), PERSON.notIn(people))
                .execute();
        if (!people.isEmpty()) {
            transaction
                    .insertInto(MENTIONS, PERSON, ACTIVITY, AT)
                    .valuesOfRows(people.stream()
                            .map(person -> DSL.row(person, activity, at))
                            .toList())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private static Mention mention(Record found) {
        return new Mention(found.get(ID), found.get(ACTIVITY), found.get(AT));
    }
}
