package hengke.capability.appointment;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.Profile;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person's other calendars read along: the person's own appointments, as far as the person may see them now. */
@Component
public final class FeedOf {
    private static final Duration BACK = Duration.ofDays(90);
    private static final Duration AHEAD = Duration.ofDays(400);

    private final Appointment appointment;
    private final Calendars calendars;
    private final Exceptions exceptions;
    private final Access access;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Profile profile;
    private final DSLContext database;
    private final Clock clock;

    FeedOf(
            Appointment appointment,
            Calendars calendars,
            Exceptions exceptions,
            Access access,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Profile profile,
            DSLContext database,
            Clock clock) {
        this.appointment = appointment;
        this.calendars = calendars;
        this.exceptions = exceptions;
        this.access = access;
        this.catalog = catalog;
        this.organisation = organisation;
        this.profile = profile;
        this.database = database;
        this.clock = clock;
    }

    /** @param link to the page of an appointment; null where nobody knows where the product is reached */
    public String text(Person person, String host, Function<Long, @Nullable String> link) {
        Actor actor = organisation.get().actor(person.id());
        ObjectDefinition object = catalog.current().object(appointment.name());
        // a whole day, so that a feed in which nothing has changed stays the same text
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        List<Field<?>> fields = new ArrayList<>(calendars.shown(actor, object));
        fields.add(SystemFields.UPDATED_AT);
        Calendars.Found found = calendars.of(
                actor, new Calendars.Window(Set.of(person.id()), today.minus(BACK), today.plus(AHEAD)), fields);
        Map<Long, Calendars.Entry> entries = new LinkedHashMap<>();
        found.entries().forEach(entry -> entries.putIfAbsent(entry.row().id(), entry));
        Map<Long, Set<LocalDate>> without = exceptions.days(database, entries.keySet());
        Language language = profile.language(person.id());
        FeedText feed =
                new FeedText(Message.of("appointment.feed", person.name()).in(language), today.minus(BACK));
        for (Calendars.Entry entry : entries.values()) {
            Row row = entry.row();
            Row series = series(entries, row);
            long known = series == null ? row.id() : series.id();
            feed.add(new FeedText.Item(
                    uid(known, host),
                    row.need(SystemFields.UPDATED_AT),
                    Timing.of(appointment, row).orElseThrow(),
                    title(actor, object, row, language),
                    readable(actor, object, appointment.place) ? row.get(appointment.place) : null,
                    readable(actor, object, appointment.kind) ? label(row.get(appointment.kind), language) : null,
                    Appointment.PRIVATE.equals(row.get(appointment.visibility)),
                    certain(entry, person),
                    link.apply(row.id()),
                    series == null
                            ? null
                            : Timing.of(appointment, series).orElseThrow().at(row.need(appointment.originalDay)),
                    without(without.getOrDefault(row.id(), Set.of()), entries, row.id())));
        }
        return feed.toString();
    }

    /** By which other calendars know an appointment, and a series with all its exceptions. */
    static String uid(long appointment, String host) {
        return "event-" + appointment + "@" + host;
    }

    /** The series of an exception, where it is in the feed as well. */
    private @Nullable Row series(Map<Long, Calendars.Entry> entries, Row row) {
        Long id = row.get(appointment.series);
        Calendars.Entry series = id == null ? null : entries.get(id);
        return series == null ? null : series.row();
    }

    /** The days of a series that nothing in the feed stands for. */
    private Set<LocalDate> without(Set<LocalDate> days, Map<Long, Calendars.Entry> entries, long series) {
        Set<LocalDate> left = new HashSet<>(days);
        entries.values().stream()
                .map(Calendars.Entry::row)
                .filter(row -> Objects.equals(row.get(appointment.series), series))
                .forEach(row -> left.remove(row.need(appointment.originalDay)));
        return left;
    }

    private String title(Actor actor, ObjectDefinition object, Row row, Language language) {
        Object title = access.title(actor, object, row);
        return title == null ? Message.of("appointment.busy").in(language) : title.toString();
    }

    private boolean readable(Actor actor, ObjectDefinition object, Field<?> field) {
        return access.right(actor, object, field).atLeast(FieldRight.READ);
    }

    private @Nullable String label(@Nullable String kind, Language language) {
        return appointment.kind.type() instanceof ChoiceType(List<Option> options)
                ? options.stream()
                        .filter(option -> option.value().equals(kind))
                        .map(option -> option.label().in(language))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static boolean certain(Calendars.Entry entry, Person person) {
        String answer = entry.answers().get(person.id());
        return answer == null || answer.equals(Participant.ACCEPTED);
    }
}
