package hengke.robots;

import static java.nio.charset.StandardCharsets.UTF_8;

import hengke.kernel.notices.NoticeKinds;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * What a group reads: of which kinds who was told something, and where to see it. Nothing of what they were told, because
 * whoever is in the group may not see the record.
 */
record GroupText(String text, Set<Long> called, List<Long> taken) {
    /** 企业微信 takes 2048 bytes. */
    static final int LONGEST = 2_000;

    /** A notice in line. */
    record Waiting(long id, long person, String kind, boolean calls) {}

    /** Two may have one name. */
    private record Told(long person, String name) {}

    /**
     * As many as fit, the earliest first.
     *
     * @param names of people; who has left has none, and is told of no more
     * @param address of the product; blank where it is not known
     */
    static GroupText of(
            List<Waiting> waiting, LongFunction<Optional<String>> names, Language language, String address) {
        Map<String, Map<Told, Integer>> lines = new LinkedHashMap<>();
        Set<Long> called = new LinkedHashSet<>();
        List<Long> taken = new ArrayList<>();
        String text = "";
        for (Waiting each : waiting) {
            Told told = names.apply(each.person())
                    .map(name -> new Told(each.person(), plain(name)))
                    .orElse(null);
            if (told != null) {
                lines.computeIfAbsent(each.kind(), _ -> new LinkedHashMap<>()).merge(told, 1, Integer::sum);
                String longer = text(lines, language, address);
                if (longer.getBytes(UTF_8).length > LONGEST) {
                    break;
                }
                text = longer;
                if (each.calls()) {
                    called.add(each.person());
                }
            }
            taken.add(each.id());
        }
        return new GroupText(text, called, taken);
    }

    private static String text(Map<String, Map<Told, Integer>> lines, Language language, String address) {
        List<String> all = new ArrayList<>(List.of(Message.of("robot.head").in(language)));
        lines.forEach((kind, people) -> all.add(Message.of(
                        "robot.line",
                        NoticeKinds.name(kind),
                        people.entrySet().stream()
                                .map(each -> each.getValue() == 1
                                        ? each.getKey().name()
                                        : each.getKey().name() + " ×" + each.getValue())
                                .collect(Collectors.joining(
                                        Message.of("robot.and").in(language))))
                .in(language)));
        if (!address.isBlank()) {
            all.add(Message.of("notice.seeThere", address).in(language));
        }
        return String.join("\n", all);
    }

    /** What products would take for a call or a tag is no part of a name. */
    private static String plain(String name) {
        return name.replaceAll("[<>@\\p{Cntrl}]", " ").strip();
    }
}
