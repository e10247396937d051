package hengke.web.reports;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.report.Kept;
import hengke.kernel.report.ReportShelf;
import hengke.kernel.subscription.Subscription;
import hengke.kernel.subscription.Subscriptions;
import hengke.web.Body;
import hengke.web.reports.SubscriptionJson.LineJson;
import hengke.web.reports.SubscriptionJson.ResultsJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Reports and dashboards that are sent by mail: what one sends, and what one receives. */
@RestController
@RequestMapping("/api/reports/subscriptions")
final class SubscriptionsController {
    private static final int MOST_OF_ONE = 200;
    private static final int TURNS_SHOWN = 12;
    private static final IntegerType VERSION = new IntegerType(1, Long.MAX_VALUE);
    private static final BooleanType FLAG = new BooleanType();

    private final Subscriptions subscriptions;
    private final SubscriptionReader reader;
    private final SubscriptionJson json;
    private final SubscriptionTrial trial;
    private final ReportShelf shelf;

    SubscriptionsController(
            Subscriptions subscriptions,
            SubscriptionReader reader,
            SubscriptionJson json,
            SubscriptionTrial trial,
            ReportShelf shelf) {
        this.subscriptions = subscriptions;
        this.reader = reader;
        this.json = json;
        this.trial = trial;
        this.shelf = shelf;
    }

    /** @param received those of which one is among the recipients */
    record ListJson(List<LineJson> sent, List<LineJson> received) {}

    /** One with the last times it came due, the latest first. */
    record WholeJson(LineJson subscription, List<ResultsJson> turns) {}

    /** Where a trial was sent. */
    record TrialJson(String to) {}

    @GetMapping
    ListJson list(
            Actor actor,
            Language language,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "report", required = false) @Nullable String report) {
        if (kind != null && report != null) {
            return new ListJson(
                    lines(
                            Stream.of(Kept.Kind.values())
                                    .filter(each -> each.stored().equals(kind))
                                    .flatMap(each -> subscriptions.on(each, report).stream())
                                    .filter(each -> json.mayChange(actor, each)),
                            actor,
                            language),
                    List.of());
        }
        return new ListJson(
                lines(subscriptions.of(actor.user()).stream(), actor, language),
                lines(
                        subscriptions.going().stream()
                                .filter(each -> json.isFor(actor.user(), each))
                                .filter(each -> shelf.find(actor, each.kind(), each.report(), language)
                                        .isPresent()),
                        actor,
                        language));
    }

    private List<LineJson> lines(Stream<Subscription> some, Actor actor, Language language) {
        return some.map(each -> json.line(actor, each, language)).toList();
    }

    @GetMapping("/{id}")
    WholeJson one(Actor actor, Language language, @PathVariable("id") long id) {
        Subscription found = changeable(actor, id);
        return new WholeJson(json.line(actor, found, language), json.results(found, TURNS_SHOWN, language));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LineJson add(Actor actor, Language language, @RequestBody ObjectNode asked) {
        Body body = new Body(asked);
        Subscription made = reader.made(actor, body, language);
        body.done();
        if (subscriptions.countOf(actor.user()) >= MOST_OF_ONE) {
            throw Refusal.Invalid.at("report", Message.of("subscription.full", MOST_OF_ONE));
        }
        return line(actor, subscriptions.add(made), language);
    }

    @PatchMapping("/{id}")
    LineJson change(Actor actor, Language language, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        Subscription before = changeable(actor, id);
        Body body = new Body(asked);
        long version = body.required("version", VERSION).orElse(0L);
        Subscription after = reader.changed(actor, body, before, language);
        body.done();
        if (version != before.version() || !subscriptions.change(after)) {
            throw stale(id);
        }
        return line(actor, id, language);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable("id") long id, @RequestParam("version") long version) {
        changeable(actor, id);
        if (!subscriptions.delete(id, version)) {
            throw stale(id);
        }
    }

    /** Says whether one wants to receive it. */
    @PutMapping("/{id}/receiving")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(Actor actor, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        Subscription found = subscriptions
                .find(id)
                .filter(each -> json.isAmong(actor.user(), each))
                .orElseThrow(Refusal.NotFound::new);
        Body body = new Body(asked);
        boolean receiving = body.required("receiving", FLAG).orElse(true);
        body.done();
        subscriptions.receive(found.id(), actor.user(), receiving);
    }

    /** Sends to oneself what would be sent, whether it is kept or not. */
    @PostMapping("/trial")
    TrialJson trial(Actor actor, Language language, @RequestBody ObjectNode asked) {
        Body body = new Body(asked);
        Subscription wanted = reader.trial(actor, body, language);
        body.done();
        return new TrialJson(trial.send(actor, wanted));
    }

    private LineJson line(Actor actor, long id, Language language) {
        return json.line(actor, changeable(actor, id), language);
    }

    private Subscription changeable(Actor actor, long id) {
        Subscription found = subscriptions.find(id).orElseThrow(Refusal.NotFound::new);
        if (!json.mayChange(actor, found)) {
            throw new Refusal.NotFound();
        }
        return found;
    }

    private Refusal stale(long id) {
        Subscription now = subscriptions.find(id).orElseThrow(Refusal.NotFound::new);
        return new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", now.version()));
    }
}
