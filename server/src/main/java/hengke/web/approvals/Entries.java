package hengke.web.approvals;

import static hengke.web.approvals.ApprovalJson.wire;

import hengke.capability.approval.Approval;
import hengke.capability.approval.Approvals;
import hengke.capability.approval.flow.Node;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Language;
import hengke.web.Labelled;
import hengke.web.approvals.ApprovalJson.EntryJson;
import hengke.web.approvals.ApprovalJson.FieldJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of approvals: what waits for somebody, what they have dealt with, asked for, or were told of. */
@Component
class Entries {
    private static final int PAGE = 50;
    private static final int MOST_WAITING = 200;
    private static final int FIGURES = 4;

    private final Approvals approvals;
    private final ApprovalReading reading;
    private final ShownFields shown;
    private final LiveCatalog live;
    private final LiveOrganisation organisation;

    Entries(
            Approvals approvals,
            ApprovalReading reading,
            ShownFields shown,
            LiveCatalog live,
            LiveOrganisation organisation) {
        this.approvals = approvals;
        this.reading = reading;
        this.shown = shown;
        this.live = live;
        this.organisation = organisation;
    }

    /** @param next continues; null at the end */
    record Page(List<EntryJson> items, @Nullable Long next) {}

    Page page(Actor actor, Language language, String which, @Nullable Long before) {
        Set<Long> people = reading.inWhosePlace(actor);
        return switch (which) {
            case "waiting" ->
                new Page(tasks(actor, language, approvals.waitingFor(people, MOST_WAITING), people), null);
            case "done" -> {
                List<Approvals.Entry> done = approvals.doneBy(actor.user(), before, PAGE);
                yield new Page(
                        tasks(actor, language, done, Set.of(actor.user())),
                        done.size() < PAGE ? null : done.getLast().task().id());
            }
            case "started" -> whole(actor, language, approvals.startedBy(actor.user(), before, PAGE));
            default -> whole(actor, language, approvals.copiedTo(actor.user(), before, PAGE));
        };
    }

    /** One who is asked in somebody else's place does not see there what they have asked for themselves. */
    private List<EntryJson> tasks(Actor actor, Language language, List<Approvals.Entry> tasks, Set<Long> people) {
        Organisation now = organisation.get();
        Map<String, Set<Long>> visible =
                visible(actor, tasks.stream().map(Approvals.Entry::about).toList());
        Map<Long, Approval> whole = approvals.find(
                tasks.stream().map(task -> task.task().approval()).toList());
        List<EntryJson> entries = new ArrayList<>();
        for (Approvals.Entry task : tasks) {
            Approvals.Asked asked = task.task();
            boolean own = asked.person() == actor.user();
            ObjectDefinition object = live.current().find(task.about().object()).orElse(null);
            if (object == null || asked.live() && !own && task.starter() == actor.user()) {
                continue;
            }
            Approval approval = Objects.requireNonNull(whole.get(asked.approval()));
            boolean opens = visible.getOrDefault(object.name(), Set.of())
                    .contains(task.about().id());
            ShownFields.Granted granted = ShownFields.granted(approval, List.of(asked), people);
            entries.add(new EntryJson(
                    asked.approval(),
                    asked.id(),
                    task.name(),
                    object.name(),
                    object.label().in(language),
                    task.about().id(),
                    shown.title(actor, object, task.title(), opens, granted),
                    Labelled.person(now, task.starter()),
                    task.status(),
                    approval.node(asked.node()).map(Node::name).orElse(""),
                    asked.live() && !own ? Labelled.person(now, asked.person()) : null,
                    asked.word(),
                    asked.live() ? figures(actor, language, approval, object, opens, granted) : List.of(),
                    asked.live() || asked.endedAt() == null ? asked.askedAt() : asked.endedAt(),
                    asked.dueAt(),
                    false));
        }
        return entries;
    }

    /** What the step shows comes first; it is what is decided about. */
    private List<FieldJson> figures(
            Actor actor,
            Language language,
            Approval approval,
            ObjectDefinition object,
            boolean opens,
            ShownFields.Granted granted) {
        List<FieldJson> fields =
                shown.of(actor, language, approval, object, opens, granted).fields();
        String title = object.title().name();
        return fields.stream()
                .filter(field -> !field.name().equals(title))
                .filter(field -> granted.shown().isEmpty()
                        ? object.field(field.name())
                                .filter(one -> one.traits().is(Trait.HEADLINE))
                                .isPresent()
                        : granted.shown().contains(field.name()))
                .limit(FIGURES)
                .toList();
    }

    private Page whole(Actor actor, Language language, List<Approval> found) {
        Organisation now = organisation.get();
        Map<String, Set<Long>> visible =
                visible(actor, found.stream().map(Approval::about).toList());
        Set<Long> unread = approvals.unread(found.stream().map(Approval::id).toList(), actor.user());
        List<EntryJson> entries = new ArrayList<>();
        for (Approval approval : found) {
            ObjectDefinition object =
                    live.current().find(approval.about().object()).orElse(null);
            if (object == null) {
                continue;
            }
            boolean opens = visible.getOrDefault(object.name(), Set.of())
                    .contains(approval.about().id());
            entries.add(new EntryJson(
                    approval.id(),
                    null,
                    approval.name(),
                    object.name(),
                    object.label().in(language),
                    approval.about().id(),
                    shown.title(actor, object, approval.title(), opens, ShownFields.Granted.NOTHING),
                    Labelled.person(now, approval.starter()),
                    wire(approval.state().status()),
                    approval.state().waiting().stream()
                            .findFirst()
                            .flatMap(waiting -> approval.node(waiting.run().node()))
                            .map(Node::name)
                            .orElse(null),
                    null,
                    null,
                    List.of(),
                    approval.endedAt() == null ? approval.startedAt() : approval.endedAt(),
                    null,
                    unread.contains(approval.id())));
        }
        return new Page(entries, found.size() < PAGE ? null : found.getLast().id());
    }

    private Map<String, Set<Long>> visible(Actor actor, List<Link> links) {
        Map<String, Set<Long>> wanted = new HashMap<>();
        links.forEach(link ->
                wanted.computeIfAbsent(link.object(), _ -> new HashSet<>()).add(link.id()));
        Map<String, Set<Long>> visible = new HashMap<>();
        wanted.forEach((name, ids) ->
                live.current().find(name).ifPresent(object -> visible.put(name, shown.visible(actor, object, ids))));
        return visible;
    }
}
