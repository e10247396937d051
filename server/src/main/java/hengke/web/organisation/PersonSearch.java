package hengke.web.organisation;

import hengke.kernel.access.Person;
import hengke.kernel.text.Folding;
import hengke.kernel.text.Pinyin;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds people by a part of the name, of the login, of its pinyin or of the initials. */
record PersonSearch(String words) implements Predicate<Person> {
    PersonSearch {
        words = Folding.fold(words.strip());
    }

    @Override
    public boolean test(Person person) {
        Pinyin pinyin = Pinyin.ofPerson(person.name());
        return words.isEmpty()
                || Stream.of(person.name(), person.login()).map(Folding::fold).anyMatch(text -> text.contains(words))
                || Stream.of(pinyin.full(), pinyin.initials())
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .anyMatch(text -> text.startsWith(words));
    }
}
