package hengke.kernel.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text as it is typed on a Latin keyboard: one unit for each character, the syllable of a Han character or the letter
 * or digit itself.
 */
public record Pinyin(List<String> units) {

    public Pinyin {
        units = List.copyOf(units);
    }

    /** Reads a place, an organisation or any text: phrases first, then the surname it may start with. */
    public static Pinyin of(String text) {
        return read(text, false);
    }

    /** Reads the name of a person: the surname first. */
    public static Pinyin ofPerson(String name) {
        return read(name, true);
    }

    /** All syllables joined, e.g. {@code yuntiankeji}. */
    public String full() {
        return String.join("", units);
    }

    /** The first letters, e.g. {@code ytkj}. */
    public String initials() {
        return units.stream()
                .map(unit -> unit.substring(0, unit.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    private static Pinyin read(String text, boolean person) {
        PinyinDictionary dictionary = PinyinDictionary.get();
        int[] characters = Folding.compact(text).codePoints().toArray();
        List<String> units = new ArrayList<>(characters.length);
        while (units.size() < characters.length) {
            int position = units.size();
            List<String> phrase = dictionary.phraseAt(characters, position);
            boolean mayBeSurname = position == 0 && (person || phrase.isEmpty());
            List<String> surname = mayBeSurname ? Surnames.at(characters, person) : List.of();
            if (!surname.isEmpty()) {
                units.addAll(surname);
            } else if (!phrase.isEmpty()) {
                units.addAll(phrase);
            } else {
                int character = characters[position];
                units.add(dictionary.character(character).orElse(Character.toString(character)));
            }
        }
        return new Pinyin(units);
    }
}
