package hengke.kernel.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colleagues a text speaks to: {@code @王伟}, or among namesakes {@code @王伟（华东销售部）}. The longest name counts, so
 * that {@code @王伟强} is not 王伟; without a department every namesake is meant.
 */
public final class Mentions {
    /** Not in the middle of a word: {@code wang@example.cn} speaks to nobody. */
    private static final Pattern AT = Pattern.compile("(?<![\\p{Alnum}._%+-])[@＠]");

    private static final Pattern DEPARTMENT = Pattern.compile("[（(]([^（()）]+)[）)]");

    private Mentions() {}

    public static Set<Long> of(String text, Organisation organisation) {
        List<Person> people =
                organisation.people().stream().filter(Person::active).toList();
        Set<Long> mentioned = new LinkedHashSet<>();
        Matcher at = AT.matcher(text);
        while (at.find()) {
            int start = at.end();
            int longest = people.stream()
                    .map(Person::name)
                    .filter(name -> text.regionMatches(true, start, name, 0, name.length()))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            if (longest > 0) {
                String name = text.substring(start, start + longest);
                Matcher department = DEPARTMENT.matcher(text).region(start + longest, text.length());
                String among = department.lookingAt() ? department.group(1) : "";
                people.stream()
                        .filter(person -> person.name().equalsIgnoreCase(name))
                        .filter(person -> among.isEmpty() || among.equals(department(person, organisation)))
                        .forEach(person -> mentioned.add(person.id()));
            }
        }
        return mentioned;
    }

    private static String department(Person person, Organisation organisation) {
        Long id = person.department();
        return id == null
                ? ""
                : organisation.department(id).map(Department::name).orElse("");
    }
}
