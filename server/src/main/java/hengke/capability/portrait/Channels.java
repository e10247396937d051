package hengke.capability.portrait;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.ChoiceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways people are in touch, each once, with the words and colours that the company has for them. */
record Channels(Map<String, Channel> byName) {

    /** @param source the object whose records came by it; by several, that of the first */
    record Channel(String name, Label label, @Nullable String color, InteractionSource source) {}

    static Channels of(Catalog catalog, List<InteractionSource> sources) {
        Map<String, Channel> all = new LinkedHashMap<>();
        for (InteractionSource source : sources) {
            its(catalog, source).forEach(channel -> all.putIfAbsent(channel.name(), channel));
        }
        return new Channels(all);
    }

    /** What a source is called. */
    static Label name(Catalog catalog, InteractionSource source) {
        Label label = source.label();
        return label == null ? catalog.object(source.object()).label() : label;
    }

    Optional<Channel> find(@Nullable String name) {
        return Optional.ofNullable(name == null ? null : byName.get(name));
    }

    private static List<Channel> its(Catalog catalog, InteractionSource source) {
        var object = catalog.object(source.object());
        if (source.channel() == null) {
            return List.of(new Channel(source.key(), name(catalog, source), source.color(), source));
        }
        List<Channel> its = new ArrayList<>();
        object.field(source.channel().name()).ifPresent(field -> {
            if (field.type() instanceof ChoiceType choice) {
                choice.options()
                        .forEach(
                                option -> its.add(new Channel(option.value(), option.label(), option.color(), source)));
            }
        });
        return its;
    }
}
