package hengke.automation;

import hengke.automation.Turn.At;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.Profile;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Steps that tell people. */
@Component
final class TellingSteps {
    private final FindPeople people;
    private final Notices notices;
    private final Words words;
    private final LiveOrganisation organisation;
    private final Profile profile;

    TellingSteps(FindPeople people, Notices notices, Words words, LiveOrganisation organisation, Profile profile) {
        this.people = people;
        this.notices = notices;
        this.words = words;
        this.organisation = organisation;
        this.profile = profile;
    }

    /** Everybody reads what they may see; whoever may not see the record is not told of it. */
    void tell(Turn turn, Step.Tell tell) {
        for (At at : turn.runs()) {
            List<Long> whom = people.of(tell.whom(), turn.object(), at.row());
            int told = 0;
            for (long person : whom) {
                Map<Long, String> text = words.of(
                        organisation.get().actor(person),
                        profile.language(person),
                        turn.object(),
                        List.of(at.row()),
                        tell.text());
                boolean reached = notices.tell(
                        turn.database(),
                        new Telling(
                                person,
                                "automation",
                                Message.of("automation.told", tell.title()),
                                tell.text().isBlank()
                                        ? null
                                        : Message.of(
                                                "automation.told",
                                                text.getOrDefault(at.run().record(), "")),
                                new Link(turn.object().name(), at.run().record()),
                                "automation:" + at.run().id() + ":" + tell.id()));
                told += reached ? 1 : 0;
            }
            turn.outcome(
                    at.run(),
                    new Outcome.Done(
                            null,
                            whom.isEmpty()
                                    ? Message.of("automation.nobodyToTell")
                                    : Message.of("automation.toldSome", told, whom.size())));
        }
    }
}
