package hengke.kernel.text.value;

import hengke.kernel.text.Folding;
import hengke.kernel.text.LegalForm;
import hengke.kernel.text.Pinyin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A company's name taken apart, to tell whether two names mean the same company: width, case, brackets, traditional
 * characters, the legal form and a place that one of them leaves out do not count.
 *
 * @param compact all of it, folded
 * @param core without the legal form
 * @param proper the core without the place: brand and trade
 * @param region the code of the province or city it names; null when it names none
 * @param branch the part that makes it a branch of a company, such as 深圳分公司; empty for the company itself
 */
public record CompanyName(
        String compact,
        String core,
        String proper,
        @Nullable String region,
        String branch) {
    /** From here on two names are probably the same company. */
    public static final double LIKELY = 0.8;

    private static final double SAME = 1;
    private static final double SAME_CORE = 0.97;
    private static final double SAME_BUT_PLACE = 0.92;
    private static final double SAME_SOUND = 0.88;
    private static final double ONE_SLIP = 0.85;
    private static final int SHORTEST_TO_SLIP = 4;
    private static final int MOST_LEFT_OUT = 6;
    private static final List<String> BRANCHES = List.of("分公司", "分店", "分行", "支行", "办事处", "分部");
    private static final Pattern BRANCH = Pattern.compile("(.{2,4}(?:" + String.join("|", BRANCHES) + "))$");
    private static final Pattern GROUP = Pattern.compile("(?<=..)集团$");
    private static final Pattern IN_BRACKETS = Pattern.compile("[（(]([^（）()]{2,11})[）)]");

    /** Takes a name apart. */
    public static CompanyName of(String name) {
        String compact = Folding.compact(name);
        String its = branch(compact);
        String core = GROUP.matcher(LegalForm.without(compact.substring(0, compact.length() - its.length())))
                .replaceFirst("");
        Matcher brackets = IN_BRACKETS.matcher(name);
        if ((name.indexOf('(') >= 0 || name.indexOf('（') >= 0) && brackets.find()) {
            String place = Folding.compact(brackets.group(1));
            String region = Places.code(place);
            if (region != null) {
                return new CompanyName(compact, core, core.replaceFirst(Pattern.quote(place), ""), region, its);
            }
        }
        return Places.at(core)
                .map(place -> new CompanyName(compact, core, core.substring(place.length()), Places.code(place), its))
                .orElseGet(() -> new CompanyName(compact, core, core, null, its));
    }

    private static String branch(String compact) {
        Matcher branch = BRANCH.matcher(compact);
        return BRANCHES.stream().anyMatch(compact::endsWith) && branch.find() ? branch.group(1) : "";
    }

    /** How likely both mean the same company, from 0 to 1. */
    public double likeness(CompanyName other) {
        if (compact.equals(other.compact)) {
            return SAME;
        }
        if (!branch.equals(other.branch) || Places.apart(region, other.region)) {
            return 0;
        }
        if (core.equals(other.core)) {
            return SAME_CORE;
        }
        if (proper.equals(other.proper) || samePlaceElsewhere(other) || other.samePlaceElsewhere(this)) {
            return SAME_BUT_PLACE;
        }
        if (slips(core, other.core) || slips(proper, other.proper)) {
            return ONE_SLIP;
        }
        return sounds(proper).equals(sounds(other.proper)) || sounds(core).equals(sounds(other.core)) ? SAME_SOUND : 0;
    }

    /** The other name has the place of this one in its middle, or this one its place in brackets there. */
    private boolean samePlaceElsewhere(CompanyName other) {
        String without = other.withoutPlaceOf(this);
        return core.equals(without) || proper.equals(without);
    }

    /** A place in the middle, where brackets stood: 卡斯蒂上饶电子. */
    private String withoutPlaceOf(CompanyName other) {
        if (other.region == null || other.core.equals(other.proper)) {
            return core;
        }
        return Places.within(core, other.region)
                .map(place -> core.replaceFirst(Pattern.quote(place), ""))
                .orElse(core);
    }

    /**
     * What nearly every way of writing the name leads to: its sounds, so that characters of the same sound do not matter,
     * whole and with one slip in its first characters: one left out, two neighbours changed. The slips of this name meet
     * the whole of another, which has the slip undone.
     */
    public List<Key> keys() {
        String province = region == null ? null : region.substring(0, 2);
        Set<Key> keys = new LinkedHashSet<>();
        List<String> units = Pinyin.of(proper).units();
        String whole = joined(units);
        keys.add(new Key(whole, false, province));
        if (region != null) {
            keys.add(Key.of(whole + region));
            keys.add(Key.of(joined(Pinyin.of(core).units())));
        }
        String outer = Places.withoutInner(core);
        if (!outer.equals(proper)) {
            keys.add(Key.of(joined(Pinyin.of(outer).units())));
        }
        slips(units).forEach(slip -> keys.add(new Key(slip, true, province)));
        return branch.isEmpty()
                ? List.copyOf(keys)
                : keys.stream().map(key -> key.with(branch)).toList();
    }

    private static List<String> slips(List<String> units) {
        List<String> slips = new ArrayList<>();
        for (int at = 0; at < Math.min(units.size(), MOST_LEFT_OUT); at++) {
            if (units.size() > SHORTEST_TO_SLIP) {
                List<String> rest = new ArrayList<>(units);
                rest.remove(at);
                slips.add(joined(rest));
            }
            // of two names that differ in the order of neighbours exactly one has them out of order
            if (units.size() >= SHORTEST_TO_SLIP
                    && at + 1 < units.size()
                    && units.get(at).compareTo(units.get(at + 1)) > 0) {
                List<String> changed = new ArrayList<>(units);
                Collections.swap(changed, at, at + 1);
                slips.add(joined(changed));
            }
        }
        return slips;
    }

    private static String joined(List<String> units) {
        return String.join(" ", units);
    }

    private static String sounds(String text) {
        return Pinyin.of(text).full();
    }

    /** One character more, less or other, or two neighbours that changed places. */
    private static boolean slips(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        if (shorter.length() < SHORTEST_TO_SLIP || longer.length() - shorter.length() > 1) {
            return false;
        }
        int start = 0;
        while (start < shorter.length() && shorter.charAt(start) == longer.charAt(start)) {
            start++;
        }
        if (longer.length() > shorter.length()) {
            return shorter.substring(start).equals(longer.substring(start + 1));
        }
        String rest = shorter.substring(start);
        String otherRest = longer.substring(start);
        boolean swapped = rest.length() > 1
                && rest.charAt(0) == otherRest.charAt(1)
                && rest.charAt(1) == otherRest.charAt(0)
                && rest.substring(2).equals(otherRest.substring(2));
        boolean sameSound = !rest.isEmpty()
                && rest.substring(1).equals(otherRest.substring(1))
                && sounds(rest.substring(0, 1)).equals(sounds(otherRest.substring(0, 1)));
        return swapped || sameSound;
    }
}
