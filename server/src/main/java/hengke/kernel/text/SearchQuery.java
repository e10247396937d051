package hengke.kernel.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody typed to find a record. A record matches when it has all {@link #grams} (asked of the index) and its
 * body contains all {@link #needles} (verified on the few candidates).
 *
 * @param exact the whole input, compact: a title equal to it comes first, one beginning with it second
 */
public record SearchQuery(String exact, List<String> grams, List<String> needles) {
    private static final int LONGEST = 100;
    private static final int MOST_TERMS = 8;
    private static final int MOST_GRAMS = 32;
    private static final Pattern NUMBER = Pattern.compile("[+(]?\\d[\\d ()+-]{2,}");

    public SearchQuery {
        grams = List.copyOf(grams);
        needles = List.copyOf(needles);
    }

    public static SearchQuery parse(String input) {
        String folded = Folding.fold(input.length() <= LONGEST ? input : input.substring(0, LONGEST));
        Set<String> grams = new LinkedHashSet<>();
        Set<String> needles = new LinkedHashSet<>();
        for (String term : terms(folded)) {
            Grams asked = new Grams();
            String compact = Folding.compact(term);
            if (term.indexOf('@') >= 0) {
                asked.require(EmailAddress.asked(term));
            } else if (isNumber(compact)) {
                compact = SearchPart.withoutCountryCode(compact);
                asked.require(List.of(new TextRun(false, compact)));
            } else {
                asked.require(TextRun.of(term));
            }
            boolean single = compact.codePointCount(0, compact.length()) == 1;
            grams.addAll(asked.all());
            needles.add(single ? "\n" + compact : compact);
        }
        return new SearchQuery(
                Folding.compact(folded), grams.stream().limit(MOST_GRAMS).toList(), List.copyOf(needles));
    }

    /** Grams of every name that contains these characters wherever a word begins; none without two ideographs in a row. */
    public static List<String> gramsOfNamesWith(String part) {
        Grams grams = new Grams();
        grams.requireNeighbours(TextRun.of(Folding.fold(part)));
        return grams.all().stream()
                .filter(gram -> gram.codePoints().allMatch(Character::isIdeographic))
                .limit(MOST_GRAMS)
                .toList();
    }

    /** Nothing in it to search by; such a query finds nothing, never everything. */
    public boolean isEmpty() {
        return grams.isEmpty();
    }

    public boolean matches(SearchText text) {
        return !isEmpty()
                && Set.copyOf(text.grams()).containsAll(grams)
                && needles.stream().allMatch(text.body()::contains);
    }

    /** 0 for a title that is the input, 1 for one that begins with it, 2 for another value that does, 3 for the rest. */
    public int rank(SearchText text) {
        if (text.title().equals(exact)) {
            return 0;
        }
        if (text.title().startsWith(exact)) {
            return 1;
        }
        return text.body().contains("\n" + exact) ? 2 : 3;
    }

    /** The words of the input; a number typed in groups is one word, and so are ideographs typed one by one. */
    private static List<String> terms(String folded) {
        if (NUMBER.matcher(folded).matches()) {
            return List.of(folded);
        }
        List<String> terms = new ArrayList<>();
        boolean joining = false;
        for (String word : folded.split(" ")) {
            String compact = Folding.compact(word);
            if (compact.isEmpty()) {
                continue;
            }
            boolean single =
                    compact.codePointCount(0, compact.length()) == 1 && Folding.isIdeograph(compact.codePointAt(0));
            if (single && joining) {
                terms.add(terms.removeLast() + word);
            } else {
                terms.add(word);
            }
            joining = single;
        }
        return terms.size() <= MOST_TERMS ? terms : terms.subList(0, MOST_TERMS);
    }

    private static boolean isNumber(String compact) {
        return compact.length() >= 3 && compact.chars().allMatch(Character::isDigit);
    }
}
