package hengke.kernel.notices;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.access.Access;
import hengke.kernel.access.Person;
import hengke.kernel.access.Verb;
import hengke.kernel.events.Broadcast;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.Profile;
import hengke.kernel.mail.Mail;
import hengke.kernel.mail.Mailer;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.NoticeChoices.Ways;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The notices of all people. */
public final class Notices {
    /** Where nodes hear of a new notice: {@code person id}. */
    public static final String CHANNEL = "notice";

    private static final Table<Record> NOTICES = table(name("notice"));
    private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final Field<Long> PERSON = field(name("person"), SQLDataType.BIGINT);
    private static final Field<String> KIND = field(name("kind"), SQLDataType.CLOB);
    private static final Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    private static final Field<String> TITLE = field(name("title"), SQLDataType.CLOB);
    private static final Field<String> BODY = field(name("body"), SQLDataType.CLOB);
    private static final Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final Field<Long> RECORD = field(name("record_id"), SQLDataType.BIGINT);
    private static final Field<String> ONCE = field(name("once"), SQLDataType.CLOB);
    private static final Field<Instant> READ_AT = field(name("read_at"), SQLDataType.INSTANT);

    private final DSLContext database;
    private final LiveCatalog catalog;
    private final Access access;
    private final LiveOrganisation organisation;
    private final Profile profile;
    private final NoticeChoices choices;
    private final Mailer mailer;
    private final List<NoticeRelay> relays;
    private final String baseUrl;
    private final Clock clock;

    /** @param baseUrl where the product is reached, as mails say it; blank where nothing is configured */
    public Notices(
            DSLContext database,
            LiveCatalog catalog,
            Access access,
            LiveOrganisation organisation,
            Profile profile,
            NoticeChoices choices,
            Mailer mailer,
            List<NoticeRelay> relays,
            String baseUrl,
            Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.access = access;
        this.organisation = organisation;
        this.profile = profile;
        this.choices = choices;
        this.mailer = mailer;
        this.relays = List.copyOf(relays);
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /**
     * Tells an active person, in their language, unless they were told before or may not see what it is about; and
     * whoever acts for them, as far as they may see it.
     */
    public boolean tell(DSLContext transaction, Telling telling) {
        boolean told = tellOne(transaction, telling);
        for (Person delegate : organisation.get().delegatesOf(telling.person(), clock.instant())) {
            tellOne(transaction, telling.toDelegate(delegate.id(), nameOf(telling.person())));
        }
        return told;
    }

    /** The same for what is for the person alone, whoever acts for them. */
    public boolean tellInPerson(DSLContext transaction, Telling telling) {
        return tellOne(transaction, telling);
    }

    private String nameOf(long person) {
        return organisation.get().person(person).map(Person::name).orElse("");
    }

    private boolean tellOne(DSLContext transaction, Telling telling) {
        boolean active = organisation
                .get()
                .person(telling.person())
                .filter(Person::active)
                .isPresent();
        if (!active || !sees(transaction, telling)) {
            return false;
        }
        Language language = profile.language(telling.person());
        Link about = telling.about();
        NoticeKinds.require(telling.kind());
        Ways ways = choices.of(transaction, telling.person(), telling.kind());
        Long id = transaction
                .insertInto(NOTICES)
                .set(PERSON, telling.person())
                .set(KIND, telling.kind())
                .set(TITLE, telling.title().in(language))
                .set(BODY, telling.body() == null ? null : telling.body().in(language))
                .set(OBJECT, about == null ? null : about.object())
                .set(RECORD, about == null ? null : about.id())
                .set(ONCE, telling.once())
                .set(READ_AT, ways.app() ? null : clock.instant())
                .onConflictDoNothing()
                .returningResult(ID)
                .fetchOne(ID);
        if (id == null) {
            return false;
        }
        if (ways.app()) {
            Broadcast.send(transaction, CHANNEL, telling.person() + " " + id);
        }
        if (ways.mail()) {
            mail(transaction, telling, language);
        }
        relays.forEach(relay -> relay.told(transaction, telling.person(), telling.kind(), ways.app()));
        return true;
    }

    /** Without an address or an account to send from, the notice in the product has to do. */
    private void mail(DSLContext transaction, Telling telling, Language language) {
        String address =
                organisation.get().person(telling.person()).map(Person::email).orElse(null);
        if (address == null || !mailer.ready()) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of(telling.title().in(language)));
        if (telling.body() != null) {
            lines.add(telling.body().in(language));
        }
        if (!baseUrl.isBlank()) {
            lines.add(Message.of("notice.seeThere", baseUrl).in(language));
        }
        lines.add(Message.of("notice.whyMailed").in(language));
        mailer.send(
                transaction, new Mail(address, lines.getFirst(), String.join("\n\n", lines)).with(telling.calendar()));
    }

    /** A person's notices, newest first; {@code before} continues a page. */
    public List<Notice> page(long person, boolean unreadOnly, @Nullable Long before, int limit) {
        return fetch(
                PERSON.eq(person)
                        .and(unreadOnly ? READ_AT.isNull() : DSL.noCondition())
                        .and(before == null ? DSL.noCondition() : ID.lt(before)),
                limit);
    }

    public Optional<Notice> find(long id) {
        return fetch(ID.eq(id), 1).stream().findFirst();
    }

    public int unread(long person) {
        return database.fetchCount(NOTICES, PERSON.eq(person), READ_AT.isNull());
    }

    /** Marks one notice as read; false when the person has no such notice. */
    public boolean read(long person, long id) {
        return database.update(NOTICES)
                        .set(READ_AT, DSL.coalesce(READ_AT, DSL.val(Instant.now())))
                        .where(ID.eq(id), PERSON.eq(person))
                        .execute()
                == 1;
    }

    public void readAll(long person) {
        database.update(NOTICES)
                .set(READ_AT, Instant.now())
                .where(PERSON.eq(person), READ_AT.isNull())
                .execute();
    }

    private boolean sees(DSLContext transaction, Telling telling) {
        Link about = telling.about();
        if (about == null) {
            return true;
        }
        return catalog.current()
                .find(about.object())
                .map(object -> access.reached(
                        transaction,
                        organisation.get().actor(telling.person()),
                        object,
                        Verb.READ,
                        List.of(about.id())))
                .filter(reached -> reached.contains(about.id()))
                .isPresent();
    }

    private List<Notice> fetch(Condition which, int limit) {
        return database.select(ID, PERSON, KIND, AT, TITLE, BODY, OBJECT, RECORD, READ_AT)
                .from(NOTICES)
                .where(which)
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(Notices::notice);
    }

    private static Notice notice(Record found) {
        String object = found.get(OBJECT);
        return new Notice(
                found.get(ID),
                found.get(PERSON),
                found.get(KIND),
                found.get(AT),
                found.get(TITLE),
                found.get(BODY),
                object == null ? null : new Link(object, Objects.requireNonNull(found.get(RECORD))),
                found.get(READ_AT) != null);
    }
}
