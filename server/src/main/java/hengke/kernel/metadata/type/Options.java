package hengke.kernel.metadata.type;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the kinds that offer options share. */
final class Options {
    private static final int MAX_LENGTH = 200;
    private static final int SUGGESTED = 12;

    private Options() {}

    /** The value of an option; inactive ones stay readable so that an old record can be saved unchanged. */
    static String read(JsonNode json, List<Option> options) throws Unreadable {
        String value = Json.text(json, MAX_LENGTH, false);
        if (options.stream().noneMatch(option -> option.value().equals(value))) {
            throw new Unreadable(
                    "value.option",
                    options.stream()
                            .filter(Option::active)
                            .limit(SUGGESTED)
                            .map(Option::value)
                            .collect(Collectors.joining(", ")));
        }
        return value;
    }

    static @Nullable String sample(RandomGenerator random, List<Option> options) {
        List<Option> active = options.stream().filter(Option::active).toList();
        return active.isEmpty()
                ? null
                : active.get(random.nextInt(active.size())).value();
    }
}
