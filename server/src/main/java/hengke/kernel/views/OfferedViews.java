package hengke.kernel.views;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.ObjectDefinition;
import java.util.List;
import java.util.stream.Stream;

/** The lists that a person finds without saving any: those of the definition, then those of the configuration. */
public final class OfferedViews {
    private final List<Source> sources;

    OfferedViews(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Knows of lists that there are only as the company has configured something. */
    public interface Source {
        List<BuiltinView> views(Actor actor, ObjectDefinition object);
    }

    public List<BuiltinView> of(Actor actor, ObjectDefinition object) {
        return Stream.concat(
                        object.views().stream(),
                        sources.stream().flatMap(source -> source.views(actor, object).stream()))
                .toList();
    }
}
