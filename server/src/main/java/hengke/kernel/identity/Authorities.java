package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Authority;
import hengke.kernel.access.Person;
import java.util.Optional;

/** Finds out, each time work goes on in the background, as whom: nobody, once the person or the token is gone. */
public final class Authorities {
    private final LiveOrganisation organisation;
    private final ApiTokens tokens;

    Authorities(LiveOrganisation organisation, ApiTokens tokens) {
        this.organisation = organisation;
        this.tokens = tokens;
    }

    public Optional<Actor> actor(Authority authority) {
        Long token = authority.token();
        if (token != null) {
            return tokens.find(authority.person(), token).map(Identified.ByToken::actor);
        }
        if (authority.person() == Actor.SYSTEM.user()) {
            return Optional.of(Actor.SYSTEM);
        }
        return organisation
                        .get()
                        .person(authority.person())
                        .filter(Person::active)
                        .isPresent()
                ? Optional.of(organisation.get().actor(authority.person()))
                : Optional.empty();
    }
}
