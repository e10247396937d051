package hengke.kernel.query;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object in a list of a request that knows where it stands there, so that a refusal can say so.
 *
 * @param at {@code measures[1]}
 */
public record AskedEntry(JsonNode json, String at) {

    /** The members of the list under a key; refuses what is no object and keys nobody asks for. */
    public static List<AskedEntry> of(JsonNode json, String key, Set<String> known) {
        JsonNode list = json.path(key);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new Refusal.Unreadable(Message.of("query.array", key));
        }
        List<AskedEntry> entries = new ArrayList<>();
        for (JsonNode entry : list) {
            String at = key + "[" + entries.size() + "]";
            if (!entry.isObject() || !known.containsAll(entry.propertyNames())) {
                throw new Refusal.Unreadable(Message.of("query.keys", at, String.join(", ", new TreeSet<>(known))));
            }
            entries.add(new AskedEntry(entry, at));
        }
        return entries;
    }

    /** The text under a key; null where there is none. */
    public @Nullable String text(String key) {
        JsonNode text = node(key);
        if (text == null) {
            return null;
        }
        if (!text.isString()) {
            throw new Refusal.Unreadable(Message.of("query.name", at + "." + key));
        }
        return text.stringValue();
    }

    /** The same where there has to be one. */
    public String need(String key) {
        String text = text(key);
        if (text == null) {
            throw new Refusal.Unreadable(Message.of("query.name", at + "." + key));
        }
        return text;
    }

    /** Whatever stands under a key; null where nothing does. */
    public @Nullable JsonNode node(String key) {
        JsonNode node = json.path(key);
        return node.isMissingNode() || node.isNull() ? null : node;
    }

    /** The members of a list under a key; none where there is no list. */
    public List<JsonNode> list(String key) {
        JsonNode list = node(key);
        if (list != null && !list.isArray()) {
            throw new Refusal.Unreadable(Message.of("query.array", at + "." + key));
        }
        return list == null ? List.of() : List.copyOf(list.values());
    }
}
