package hengke.web.organisation;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Delegation;
import hengke.kernel.access.Organisation;
import hengke.kernel.identity.Delegations;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.Labelled;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Who acts for somebody who is away: set by the person or an administrator. */
@RestController
@RequestMapping("/api/users/{id}/delegations")
final class DelegationsController {
    private final Delegations delegations;
    private final LiveOrganisation organisation;
    private final Clock clock;

    DelegationsController(Delegations delegations, LiveOrganisation organisation, Clock clock) {
        this.delegations = delegations;
        this.organisation = organisation;
        this.clock = clock;
    }

    record Shown(
            long id,
            @Nullable Labelled person,
            @Nullable Labelled delegate,
            Instant from,
            Instant until,
            boolean active) {
        static Shown of(Organisation now, Delegation delegation, Instant instant) {
            return new Shown(
                    delegation.id(),
                    Labelled.personOrNull(now, delegation.person()),
                    Labelled.personOrNull(now, delegation.delegate()),
                    delegation.from(),
                    delegation.until(),
                    delegation.holds(instant));
        }
    }

    @GetMapping
    Map<String, List<Shown>> list(Actor actor, @PathVariable long id) {
        Organisation now = organisation.get();
        return Map.of(
                "items",
                delegations.of(actor, id).stream()
                        .map(one -> Shown.of(now, one, clock.instant()))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown add(Actor actor, @PathVariable long id, @RequestBody ObjectNode json) {
        Body body = new Body(json);
        long delegate = body.required("delegate", Kinds.PERSON).orElse(0L);
        Instant from = body.optional("from", new DateTimeType()).orElseGet(clock::instant);
        Instant until = body.required("until", new DateTimeType()).orElse(Instant.EPOCH);
        body.done();
        long added = delegations.add(actor, id, delegate, from, until);
        return delegations.of(actor, id).stream()
                .filter(one -> one.id() == added)
                .findFirst()
                .map(one -> Shown.of(organisation.get(), one, clock.instant()))
                .orElseThrow(Refusal.NotFound::new);
    }

    @DeleteMapping("/{delegation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable long id, @PathVariable long delegation) {
        delegations.end(actor, id, delegation);
    }
}
