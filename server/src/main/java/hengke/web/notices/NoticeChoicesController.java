package hengke.web.notices;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.mail.Mailer;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.notices.NoticeChoices;
import hengke.kernel.notices.NoticeChoices.Ways;
import hengke.kernel.notices.NoticeKinds;
import hengke.kernel.notices.NoticeRelay;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** How one wants to be told of what. */
@RestController
@RequestMapping("/api/notifications/choices")
final class NoticeChoicesController {
    private static final BooleanType FLAG = new BooleanType();

    private final NoticeChoices choices;
    private final LiveOrganisation organisation;
    private final Mailer mailer;
    private final List<NoticeRelay> relays;

    NoticeChoicesController(
            NoticeChoices choices, LiveOrganisation organisation, Mailer mailer, List<NoticeRelay> relays) {
        this.choices = choices;
        this.organisation = organisation;
        this.mailer = mailer;
        this.relays = relays;
    }

    /**
     * The ways of one kind.
     *
     * @param app counted as new and shown when it comes
     * @param mail also by e-mail
     * @param places where else it is told that one was told something
     */
    record ChoiceJson(String kind, String label, boolean app, boolean mail, List<String> places) {}

    /**
     * All kinds.
     *
     * @param address whether one has an address
     * @param account whether the company has an account to send from
     */
    record ChoicesJson(List<ChoiceJson> items, boolean address, boolean account) {}

    @GetMapping
    ChoicesJson list(Actor actor, Language language) {
        Map<String, Ways> chosen = choices.of(actor.user());
        Map<String, List<String>> places = places(actor);
        return new ChoicesJson(
                NoticeKinds.all().stream()
                        .map(kind -> json(kind, chosen.getOrDefault(kind, NoticeChoices.usual()), places, language))
                        .toList(),
                organisation.get().person(actor.user()).map(Person::email).isPresent(),
                mailer.ready());
    }

    @PutMapping("/{kind}")
    ChoiceJson choose(
            Actor actor, Language language, @PathVariable("kind") String kind, @RequestBody ObjectNode asked) {
        if (!NoticeKinds.all().contains(kind)) {
            throw new Refusal.NotFound();
        }
        Body body = new Body(asked);
        Ways ways = new Ways(
                body.required("app", FLAG).orElse(true),
                body.required("mail", FLAG).orElse(false));
        body.done();
        choices.choose(actor.user(), kind, ways);
        return json(kind, ways, places(actor), language);
    }

    private Map<String, List<String>> places(Actor actor) {
        return relays.stream()
                .flatMap(relay -> relay.places(actor.user()).entrySet().stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList()));
    }

    private static ChoiceJson json(String kind, Ways ways, Map<String, List<String>> places, Language language) {
        return new ChoiceJson(
                kind,
                NoticeKinds.name(kind).in(language),
                ways.app(),
                ways.mail(),
                places.getOrDefault(kind, List.of()));
    }
}
