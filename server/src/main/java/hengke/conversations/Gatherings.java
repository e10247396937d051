package hengke.conversations;

import hengke.conversations.ChatMessage.Kind;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.RecycleBin;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who talks with whom: conversations begin, groups are named, people come and go. */
@Component
public final class Gatherings {
    public static final int MOST_MEMBERS = 500;

    private final DSLContext database;
    private final LiveOrganisation organisation;
    private final RecycleBin recycleBin;
    private final Clock clock;

    Gatherings(DSLContext database, LiveOrganisation organisation, RecycleBin recycleBin, Clock clock) {
        this.database = database;
        this.organisation = organisation;
        this.recycleBin = recycleBin;
        this.clock = clock;
    }

    /** The same at another moment: for what is brought in later. */
    public Gatherings at(Instant moment) {
        return new Gatherings(database, organisation, recycleBin, Clock.fixed(moment, clock.getZone()));
    }

    /** Takes a conversation away, whoever is in it, with all that was said there; nothing where there is none. */
    public void dissolve(long conversation) {
        database.transaction(configuration -> {
            DSLContext transaction = configuration.dsl();
            transaction.fetch("select 1 from conversation where id = ? for update", conversation);
            List<Long> files = transaction
                    .fetch("select unnest(files) as file from chat_message where conversation = ?", conversation)
                    .getValues("file", Long.class);
            transaction.execute("delete from chat_message where conversation = ?", conversation);
            transaction.execute("delete from conversation_member where conversation = ?", conversation);
            transaction.execute("delete from conversation where id = ?", conversation);
            recycleBin.removeUnused(transaction, files);
        });
    }

    /** The conversation with a colleague, begun if there is none yet. */
    public long with(Actor by, long colleague) {
        requireColleagues(by, List.of(colleague));
        Long[] pair = Stream.of(by.user(), colleague).sorted().toArray(Long[]::new);
        return database.transactionResult(configuration -> {
            DSLContext transaction = configuration.dsl();
            transaction.execute(
                    "insert into conversation (pair, last_at) values (?, cast(? as timestamptz)) on conflict do nothing",
                    pair,
                    clock.instant());
            long id = transaction
                    .fetchSingle("select id from conversation where pair = ?", (Object) pair)
                    .get(0, Long.class);
            join(transaction, id, List.of(pair), 0);
            return id;
        });
    }

    /** A new group, kept by whoever makes it. */
    public long group(Actor by, String title, Set<Long> colleagues) {
        requireColleagues(by, colleagues);
        return database.transactionResult(configuration -> {
            DSLContext transaction = configuration.dsl();
            long id = transaction
                    .fetchSingle(
                            "insert into conversation (title, last_at) values (?, cast(? as timestamptz)) returning id",
                            title,
                            clock.instant())
                    .get(0, Long.class);
            join(
                    transaction,
                    id,
                    Stream.concat(Stream.of(by.user()), colleagues.stream()).toList(),
                    0);
            transaction.execute(
                    "update conversation_member set keeper = true where conversation = ? and person = ?",
                    id,
                    by.user());
            tell(Held.by(by, transaction, id), Kind.JOINED, null, colleagues);
            return id;
        });
    }

    /** Gives a group another name. */
    public void rename(Actor by, long conversation, String title) {
        database.transaction(configuration -> {
            Held group = Held.groupBy(by, configuration.dsl(), conversation);
            requireKeeper(group);
            int changed = group.within()
                    .execute(
                            "update conversation set title = ? where id = ? and title <> ?",
                            title,
                            conversation,
                            title);
            if (changed == 1) {
                tell(group, Kind.NAMED, title, List.of());
            }
        });
    }

    /** Those who come read what is said from now on. */
    public void add(Actor by, long conversation, Set<Long> colleagues) {
        database.transaction(configuration -> {
            Held group = Held.groupBy(by, configuration.dsl(), conversation);
            Set<Long> come = new HashSet<>(colleagues);
            come.removeAll(group.members());
            if (come.isEmpty()) {
                return;
            }
            requireColleagues(by, come);
            if (group.members().size() + come.size() > MOST_MEMBERS) {
                throw Refusal.Invalid.at("people", Message.of("conversation.tooMany", MOST_MEMBERS));
            }
            join(group.within(), conversation, come, lastMessage(group));
            tell(group, Kind.JOINED, null, come);
        });
    }

    /** Leaves a group, or sends somebody away; who has gone reads nothing of it any more. */
    public void remove(Actor by, long conversation, long person) {
        database.transaction(configuration -> {
            Held group = Held.groupBy(by, configuration.dsl(), conversation);
            if (person != by.user()) {
                requireKeeper(group);
            }
            int gone = group.within()
                    .execute(
                            "delete from conversation_member where conversation = ? and person = ?",
                            conversation,
                            person);
            if (gone == 0) {
                throw new Refusal.NotFound();
            }
            tell(group, Kind.LEFT, null, List.of(person));
        });
    }

    /** A keeper may; where no keeper is left, every member may. */
    private void requireKeeper(Held group) {
        Set<Long> keepers = group.within()
                .fetch("select person from conversation_member where conversation = ? and keeper", group.id())
                .intoSet(row -> row.get("person", Long.class));
        if (!keepers.contains(group.by().user()) && keepers.stream().anyMatch(this::active)) {
            throw new Refusal.Forbidden(Message.of("conversation.keepersOnly"));
        }
    }

    private void requireColleagues(Actor by, Collection<Long> people) {
        if (people.contains(by.user())) {
            throw Refusal.Invalid.at("people", Message.of("conversation.withOneself"));
        }
        if (!people.stream().allMatch(this::active)) {
            throw Refusal.Invalid.at("people", Message.of("conversation.noSuchColleague"));
        }
        if (people.size() >= MOST_MEMBERS) {
            throw Refusal.Invalid.at("people", Message.of("conversation.tooMany", MOST_MEMBERS));
        }
    }

    private boolean active(long person) {
        return organisation.get().person(person).filter(Person::active).isPresent();
    }

    private static void join(DSLContext transaction, long conversation, Collection<Long> people, long since) {
        transaction.execute("""
                insert into conversation_member (conversation, person, since, read_up_to, keeper)
                select ?, person, ?, ?, false from unnest(?) as person
                on conflict do nothing""", conversation, since, since, people.toArray(Long[]::new));
    }

    private static long lastMessage(Held group) {
        return group.within()
                .fetchSingle("select coalesce(last_message, 0) from conversation where id = ?", group.id())
                .get(0, Long.class);
    }

    /** Says in the group what became of it. */
    private void tell(Held group, Kind kind, @Nullable String text, Collection<Long> people) {
        long id = group.within()
                .fetchSingle(
                        """
                        insert into chat_message (conversation, author, at, kind, text, people, grams)
                        values (?, ?, cast(? as timestamptz), ?, ?, ?, '{}') returning id""",
                        group.id(),
                        group.by().user(),
                        clock.instant(),
                        kind.name().toLowerCase(Locale.ROOT),
                        text,
                        people.stream().sorted().toArray(Long[]::new))
                .get(0, Long.class);
        group.happened(id, clock.instant());
    }
}
