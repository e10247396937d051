package hengke.kernel.duplicates;

import hengke.kernel.duplicates.Grouping.Pair;
import hengke.kernel.duplicates.Grouping.Scored;
import hengke.kernel.text.SearchPart;
import hengke.kernel.text.SearchText;
import hengke.kernel.text.value.CompanyName;
import hengke.kernel.text.value.Identity;
import hengke.kernel.text.value.Identity.Kind;
import hengke.kernel.text.value.Identity.Mark;
import hengke.kernel.text.value.Key;
import hengke.kernel.text.value.Likeness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Companies of which it is known which are written twice, and how: what the rules are measured by. */
final class WrittenTwice {
    static final Path FOLDER = Path.of("/work/shared/data/09_dedupe_cn");

    /** A record, its identity, the company it really is, and how it differs from the way it was first written. */
    record Known(long id, String name, Identity identity, String company, String variation) {}

    /** How many pairs there are, how many were found, and how many were found wrongly. */
    record Outcome(int real, int found, int wrong) {
        double recall() {
            return real == 0 ? 1 : (double) found / real;
        }

        double precision() {
            return found + wrong == 0 ? 1 : (double) found / (found + wrong);
        }

        double f1() {
            return 2 * precision() * recall() / (precision() + recall());
        }

        private Outcome with(int moreReal, int moreFound, int moreWrong) {
            return new Outcome(real + moreReal, found + moreFound, wrong + moreWrong);
        }
    }

    private final List<Known> records;

    private WrittenTwice(List<Known> records) {
        this.records = List.copyOf(records);
    }

    static boolean isThere() {
        return Files.isDirectory(FOLDER);
    }

    /** One half of the companies, with all that is written about each. */
    static WrittenTwice half(boolean even) {
        Map<String, String[]> truth = new HashMap<>();
        rows("company_dedupe_cn_truth.csv").forEach(row -> truth.put(row[0], row));
        List<Known> records = new ArrayList<>();
        for (String[] row : rows("company_dedupe_cn.csv")) {
            String[] known = truth.get(row[0]);
            // a company and those that merely look like it have the same number: C00019, C00019N1
            int number = Integer.parseInt(known[1].substring(1, 6));
            if ((number % 2 == 0) == even) {
                records.add(new Known(Long.parseLong(row[0].substring(1)), row[1], identity(row), known[1], known[2]));
            }
        }
        return new WrittenTwice(records);
    }

    private static Identity identity(String[] row) {
        return new Identity(
                List.of(
                        Mark.of("name", Kind.COMPANY, true, row[1]),
                        Mark.of("creditCode", Kind.CODE, true, row[2]),
                        Mark.of("phone", Kind.PHONE, true, row[3])),
                Identity.placeOf(row[4]));
    }

    private static List<String[]> rows(String file) {
        try (var lines = Files.lines(FOLDER.resolve(file))) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the records of one company whose names are alike: how many lead to each other while one is typed. */
    double led() {
        long alike = 0;
        long led = 0;
        for (Known typed : records) {
            CompanyName name = CompanyName.of(typed.name());
            NameGrams grams = NameGrams.of(name);
            for (Known there : records) {
                if (typed.id() == there.id()
                        || !typed.company().equals(there.company())
                        || name.likeness(CompanyName.of(there.name())) < CompanyName.LIKELY) {
                    continue;
                }
                alike++;
                Set<String> its = Set.copyOf(
                        SearchText.of(List.of(SearchPart.name(there.name()))).grams());
                led += its.containsAll(grams.brand())
                                || its.containsAll(grams.trade())
                                        && grams.beside().stream().anyMatch(its::contains)
                        ? 1
                        : 0;
            }
        }
        return (double) led / alike;
    }

    /** What is found by kind of variation; under {@code all} everything. */
    Map<String, Outcome> outcomes(double threshold) {
        Map<Long, Known> byId = new HashMap<>();
        records.forEach(each -> byId.put(each.id(), each));
        Set<Pair> found = new HashSet<>();
        for (Grouping.Group group : Grouping.of(scored(threshold))) {
            each(group.records(), found);
        }
        Map<String, List<Long>> companies = new TreeMap<>();
        records.forEach(each -> companies
                .computeIfAbsent(each.company(), _ -> new ArrayList<>())
                .add(each.id()));
        Set<Pair> real = new HashSet<>();
        companies.values().forEach(ids -> each(ids, real));
        Map<String, Outcome> outcomes = new TreeMap<>();
        real.forEach(pair -> count(outcomes, variation(byId, pair), 1, found.contains(pair) ? 1 : 0, 0));
        found.stream().filter(pair -> !real.contains(pair)).forEach(pair -> {
            count(outcomes, variation(byId, pair), 0, 0, 1);
            if (Boolean.getBoolean("hengke.duplicates.show")) {
                System.out.println("WRONG " + byId.get(pair.one()) + "\n      " + byId.get(pair.other()));
            }
        });
        if (Boolean.getBoolean("hengke.duplicates.show")) {
            real.stream()
                    .filter(pair -> !found.contains(pair))
                    .limit(25)
                    .forEach(pair -> System.out.println(
                            "MISSED " + byId.get(pair.one()) + "\n       " + byId.get(pair.other())));
        }
        return outcomes;
    }

    /** A record under one of its keys. */
    private record Held(Key key, Known record) {}

    private List<Scored> scored(double threshold) {
        Map<String, List<Held>> blocks = new HashMap<>();
        for (Known each : records) {
            each.identity()
                    .keys()
                    .forEach(key -> blocks.computeIfAbsent(key.text(), _ -> new ArrayList<>())
                            .add(new Held(key, each)));
        }
        Map<Pair, Double> scores = new HashMap<>();
        for (List<Held> block : blocks.values()) {
            if (block.stream().filter(each -> !each.key().slip()).count() > ScanKeys.MOST_ALIKE) {
                continue;
            }
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    Known one = block.get(i).record();
                    Known other = block.get(j).record();
                    if (one.id() != other.id()
                            && block.get(i).key().meets(block.get(j).key())) {
                        scores.computeIfAbsent(
                                Pair.of(one.id(), other.id()),
                                _ -> Likeness.of(one.identity(), other.identity())
                                        .score());
                    }
                }
            }
        }
        return scores.entrySet().stream()
                .filter(entry -> entry.getValue() >= threshold)
                .map(entry -> new Scored(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void each(List<Long> ids, Set<Pair> into) {
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                into.add(Pair.of(ids.get(i), ids.get(j)));
            }
        }
    }

    private static String variation(Map<Long, Known> byId, Pair pair) {
        String one = byId.get(pair.one()).variation();
        String other = byId.get(pair.other()).variation();
        if (one.startsWith("hard")) {
            return one;
        }
        return other.startsWith("hard") ? other : one.equals("base") ? other : other.equals("base") ? one : "two";
    }

    private static void count(Map<String, Outcome> outcomes, String variation, int real, int found, int wrong) {
        for (String kind : List.of(variation, "all")) {
            outcomes.put(kind, outcomes.getOrDefault(kind, new Outcome(0, 0, 0)).with(real, found, wrong));
        }
    }
}
