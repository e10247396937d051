package hengke.capability.appointment;

import biweekly.parameter.ParticipationStatus;
import hengke.capability.owner.Owned;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.mail.Mail;
import hengke.kernel.mail.Mailer;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Visibility;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Appointments as guests' calendars take them from a mail: asked to, changed, cancelled, by RFC 5546. The version of the
 * appointment is its sequence, so that what is older never takes the place of what is newer.
 */
@Component
final class CalendarMails {
    private static final Map<String, ParticipationStatus> ANSWERS = Map.of(
            Participant.OPEN,
            ParticipationStatus.NEEDS_ACTION,
            Participant.ACCEPTED,
            ParticipationStatus.ACCEPTED,
            "tentative",
            ParticipationStatus.TENTATIVE,
            Participant.DECLINED,
            ParticipationStatus.DECLINED);

    private final Appointment appointment;
    private final Access access;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Mailer mailer;
    private final Clock clock;
    private final String baseUrl;

    CalendarMails(
            Appointment appointment,
            Access access,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Mailer mailer,
            Clock clock,
            @Value("${hengke.base-url:}") String baseUrl) {
        this.appointment = appointment;
        this.access = access;
        this.catalog = catalog;
        this.organisation = organisation;
        this.mailer = mailer;
        this.clock = clock;
        this.baseUrl = baseUrl.strip();
    }

    /** The appointment as it is now for one guest, as far as they may see it; none for whoever has no mailbox. */
    Optional<Mail.Calendar> of(DSLContext transaction, Row row, long guest, String answer) {
        boolean cancelled = Appointment.CANCELLED.equals(row.get(appointment.status));
        return of(transaction, row, guest, answer, cancelled, row.need(SystemFields.UPDATED_AT));
    }

    /** The end of it for a guest who is not asked any more, or whose appointment was deleted. */
    Optional<Mail.Calendar> ended(DSLContext transaction, Row row, long guest, String answer) {
        return of(transaction, row, guest, answer, true, clock.instant());
    }

    private Optional<Mail.Calendar> of(
            DSLContext transaction, Row row, long guest, String answer, boolean cancelled, Instant at) {
        return party(guest)
                .flatMap(asked -> organiser(row).map(organiser -> {
                    Row series = series(transaction, row);
                    FeedText text = new FeedText(
                            Timing.of(appointment, row).orElseThrow().start());
                    FeedText.Asked how = new FeedText.Asked(
                            organiser,
                            asked,
                            ANSWERS.getOrDefault(answer, ParticipationStatus.NEEDS_ACTION),
                            sequence(row),
                            cancelled);
                    List<Row> exceptions = cancelled ? List.of() : exceptions(transaction, row);
                    text.ask(item(guest, row, series, exceptions, at), how);
                    exceptions.stream()
                            .filter(each -> !Appointment.CANCELLED.equals(each.get(appointment.status)))
                            .forEach(each -> text.ask(
                                    item(guest, each, row, List.of(), each.need(SystemFields.UPDATED_AT)),
                                    new FeedText.Asked(organiser, asked, how.answer(), sequence(each), false)));
                    return new Mail.Calendar(cancelled ? "CANCEL" : "REQUEST", text.toString());
                }));
    }

    private static int sequence(Row row) {
        return Math.toIntExact(row.need(SystemFields.VERSION));
    }

    /** @param series of which it is an exception */
    private FeedText.Item item(long guest, Row row, @Nullable Row series, List<Row> exceptions, Instant changedAt) {
        Actor actor = organisation.get().actor(guest);
        ObjectDefinition object = catalog.current().object(appointment.name());
        Object title = access.title(actor, object, row);
        Set<LocalDate> cancelled = new HashSet<>();
        exceptions.stream()
                .filter(each -> Appointment.CANCELLED.equals(each.get(appointment.status)))
                .forEach(each -> cancelled.add(each.need(appointment.originalDay)));
        return new FeedText.Item(
                FeedOf.uid(series == null ? row.id() : series.id(), host()),
                changedAt,
                Timing.of(appointment, row).orElseThrow(),
                title == null ? "" : title.toString(),
                readable(actor, object, appointment.place) ? row.get(appointment.place) : null,
                null,
                Appointment.PRIVATE.equals(row.get(appointment.visibility)),
                true,
                baseUrl.isBlank() ? null : baseUrl + "/o/event/" + row.id(),
                series == null
                        ? null
                        : Timing.of(appointment, series).orElseThrow().at(row.need(appointment.originalDay)),
                cancelled);
    }

    private boolean readable(Actor actor, ObjectDefinition object, Field<?> field) {
        return access.right(actor, object, field).atLeast(FieldRight.READ);
    }

    private Optional<FeedText.Party> organiser(Row row) {
        Long owner = row.get(Owned.OWNER);
        Optional<FeedText.Party> party = owner == null ? Optional.empty() : party(owner);
        return party.or(() -> mailer.sender()
                .map(address -> new FeedText.Party(organisation.get().company().name(), address)));
    }

    private Optional<FeedText.Party> party(long id) {
        return organisation
                .get()
                .person(id)
                .flatMap(person ->
                        Optional.ofNullable(person.email()).map(address -> new FeedText.Party(person.name(), address)));
    }

    private String host() {
        return Optional.of(baseUrl)
                .filter(url -> !url.isBlank())
                .map(url -> URI.create(url).getAuthority())
                .orElse("hengke");
    }

    private @Nullable Row series(DSLContext transaction, Row row) {
        Long id = row.get(appointment.series);
        ObjectDefinition object = catalog.current().object(appointment.name());
        return id == null
                ? null
                : new Pages(transaction)
                        .byIds(object, Visibility.EVERYTHING, List.of(id), object.fields()).stream()
                                .findFirst()
                                .orElse(null);
    }

    private List<Row> exceptions(DSLContext transaction, Row row) {
        if (row.get(appointment.repeat) == null) {
            return List.of();
        }
        ObjectDefinition object = catalog.current().object(appointment.name());
        return new Pages(transaction)
                .page(Selection.of(object, Visibility.EVERYTHING)
                        .where(Criterion.is(appointment.series, row.id()))
                        .reading(object.fields())
                        .limit(Selection.MOST))
                .rows();
    }
}
