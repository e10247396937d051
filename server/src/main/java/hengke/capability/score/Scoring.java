package hengke.capability.score;

import hengke.kernel.metadata.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the records of an object are scored.
 *
 * @param keepsEarlier do levels stay that were given before there were rules?
 * @param bands from the highest score down
 */
public record Scoring(
        String object,
        boolean active,
        boolean keepsEarlier,
        List<Rule> rules,
        List<Group> groups,
        List<Band> bands,
        long version) {

    public Scoring {
        rules = List.copyOf(rules);
        groups = List.copyOf(groups);
        bands = bands.stream()
                .sorted(Comparator.comparingInt(Band::from).reversed())
                .toList();
    }

    /**
     * What gives points.
     *
     * @param filter the records that get them
     * @param points may be less than nothing
     * @param group within whose cap they count
     * @param decay how the points become fewer with time; null when they stay
     */
    public record Rule(
            String name,
            JsonNode filter,
            int points,
            @Nullable String group,
            @Nullable Decay decay) {

        /** The condition; what is to decay must have happened, too. */
        JsonNode asked() {
            if (decay == null) {
                return filter;
            }
            ObjectNode both = JsonMapper.shared().createObjectNode();
            both.putArray("and")
                    .add(filter)
                    .addObject()
                    .put("field", decay.since())
                    .put("op", Operator.NOT_EMPTY.wire());
            return both;
        }
    }

    /**
     * Points that become half as many with every so many days.
     *
     * @param since the field that says when it happened
     * @param halfLife in days
     */
    public record Decay(String since, int halfLife) {}

    /** What a rule gives a record that meets it, which may be less than it gave at first. */
    public record Fit(Rule rule, int points) {
        public boolean decayed() {
            return points != rule.points();
        }
    }

    /** Rules that together count no more than the cap, for or against a record. */
    public record Group(String name, int cap) {
        int within(int sum) {
            return Math.max(-cap, Math.min(cap, sum));
        }
    }

    /** From so many points on a record has this level. */
    public record Band(int from, String level) {}

    /** Does it decide levels, or only count points? */
    boolean ranks() {
        return !bands.isEmpty();
    }

    Scoring as(long seen) {
        return new Scoring(object, active, keepsEarlier, rules, groups, bands, seen);
    }

    /** A group of rules as it counts for one record. */
    public record Capped(Group group, int sum, int counts) {
        public boolean cut() {
            return sum != counts;
        }
    }

    /**
     * What the rules make of one record.
     *
     * @param fitting the rules that it meets, with what they give today
     * @param capped what those in groups count together
     * @param band the one it reaches
     * @param next the one above
     */
    public record Outcome(
            int score,
            List<Fit> fitting,
            List<Capped> capped,
            @Nullable Band band,
            @Nullable Band next) {
        public Outcome {
            fitting = List.copyOf(fitting);
            capped = List.copyOf(capped);
        }

        public @Nullable String level() {
            return band == null ? null : band.level();
        }
    }

    /** @param fitting the rules that a record meets, with what they give today */
    public Outcome of(List<Fit> fitting) {
        Map<String, Integer> sums = new LinkedHashMap<>();
        int score = 0;
        for (Fit fit : fitting) {
            String group = fit.rule().group();
            if (group == null) {
                score += fit.points();
            } else {
                sums.merge(group, fit.points(), Integer::sum);
            }
        }
        List<Capped> capped = new ArrayList<>();
        for (Group group : groups) {
            Integer sum = sums.get(group.name());
            if (sum != null) {
                capped.add(new Capped(group, sum, group.within(sum)));
                score += group.within(sum);
            }
        }
        int reached = score;
        Optional<Band> band =
                bands.stream().filter(each -> reached >= each.from()).findFirst();
        Optional<Band> next =
                bands.reversed().stream().filter(each -> each.from() > reached).findFirst();
        return new Outcome(score, fitting, capped, band.orElse(null), next.orElse(null));
    }

    Optional<Group> group(@Nullable String name) {
        return groups.stream()
                .filter(group -> Objects.equals(group.name(), name))
                .findFirst();
    }
}
