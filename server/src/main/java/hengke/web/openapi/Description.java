package hengke.web.openapi;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the areas have said about the API so far, for one reader. */
public final class Description {
    /** The ways to show who one is, by the names under which calls ask for them. */
    public static final String TOKEN = "token";

    public static final String SESSION = "session";
    public static final String CSRF = "csrf";

    private final @Nullable Actor reader;
    private final Map<Label, Section> sections = new LinkedHashMap<>();
    private final Map<String, Schema> schemas = new LinkedHashMap<>();
    private final Map<String, Schema> headers = new LinkedHashMap<>();
    private final Map<String, Schema> schemes = new LinkedHashMap<>();
    private final List<Consumer<Call>> everywhere = new ArrayList<>();

    Description(@Nullable Actor reader) {
        this.reader = reader;
    }

    /** Whoever reads it; nobody when it is read without signing in, and then no object is described. */
    public Optional<Actor> reader() {
        return Optional.ofNullable(reader);
    }

    public Section section(String chinese, String english) {
        return section(new Label(chinese, english));
    }

    public Section section(Label name) {
        return sections.computeIfAbsent(name, Section::new);
    }

    /** Describes a schema once; others speak of it by its name. */
    public Schema schema(String name, Schema schema) {
        if (schemas.put(name, schema) != null) {
            throw new IllegalStateException("two schemas are called " + name);
        }
        return Schema.named(name);
    }

    /** Describes a header of answers once; calls that carry it say its name. */
    public void header(String name, Schema schema) {
        headers.put(name, schema);
    }

    /** Describes a way to show who one is. */
    public void security(String name, Schema scheme) {
        schemes.put(name, scheme);
    }

    /** Something that is the same for many calls; asked of each when all are described. */
    public void everywhere(Consumer<Call> addition) {
        everywhere.add(addition);
    }

    void complete() {
        sections.values().stream()
                .flatMap(section -> section.calls().stream())
                .forEach(call -> everywhere.forEach(addition -> addition.accept(call)));
    }

    Stream<Section> sections() {
        return sections.values().stream();
    }

    Map<String, Schema> schemas() {
        return schemas;
    }

    Map<String, Schema> headers() {
        return headers;
    }

    Map<String, Schema> schemes() {
        return schemes;
    }
}
