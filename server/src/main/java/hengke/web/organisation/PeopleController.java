package hengke.web.organisation;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.web.Labelled;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The colleagues anybody may choose from. */
@RestController
final class PeopleController {
    private static final int MOST = 100;

    private final LiveOrganisation organisation;

    PeopleController(LiveOrganisation organisation) {
        this.organisation = organisation;
    }

    record Colleague(long id, String label, @Nullable Labelled department) {}

    @GetMapping("/api/people")
    Map<String, List<Colleague>> list(Actor actor, @RequestParam(defaultValue = "") String q) {
        Organisation now = organisation.get();
        Collator byPinyin = Collator.getInstance(Locale.CHINA);
        List<Colleague> found = now.people().stream()
                .filter(Person::active)
                .filter(new PersonSearch(q))
                .sorted(Comparator.comparing(Person::name, byPinyin))
                .limit(MOST)
                .map(person ->
                        new Colleague(person.id(), person.name(), Labelled.departmentOrNull(now, person.department())))
                .toList();
        return Map.of("items", found);
    }
}
