package hengke.kernel.metadata;

import hengke.kernel.metadata.Catalog.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that a company has added: what it is called and can do. Its fields beside the title are own fields like
 * those of any object.
 *
 * @param name begins with {@code x-}; its table begins with {@code x_}
 * @param title the field by which a record is named
 * @param capabilities by their names
 * @param retired set when it was deleted; its records are kept for a while
 */
public record OwnObject(
        String name,
        Label label,
        Label plural,
        String application,
        String icon,
        Field<?> title,
        List<String> capabilities,
        @Nullable Retirement retired) {
    /** Its title field is always called this. */
    public static final String TITLE = "name";
    /** How the names of own objects begin. */
    public static final String PREFIX = "x-";
    /** The part of the form that every own object begins with. */
    public static final Label BASICS = new Label("基本信息", "Basics");

    /**
     * That it was deleted.
     *
     * @param dropped its records are gone
     */
    public record Retirement(Instant at, long by, boolean dropped) {}

    public OwnObject {
        capabilities = List.copyOf(capabilities);
    }

    public boolean living() {
        return retired == null;
    }

    public OwnObject retired(@Nullable Retirement retirement) {
        return new OwnObject(name, label, plural, application, icon, title, capabilities, retirement);
    }

    /** With its title only, before anybody has given it fields. */
    public ObjectDefinition alone() {
        return new OwnObject(name, label, plural, application, icon, title, List.of(), null)
                .definition(Map.of(), new ArrayList<>());
    }

    ObjectDefinition definition(Map<String, Capability> offered, List<Fault> faults) {
        Map<String, Field<?>> fields = new LinkedHashMap<>();
        fields.put(title.name(), title);
        List<Capability> given = new ArrayList<>();
        for (String wanted : capabilities) {
            Capability capability = offered.get(wanted);
            if (capability == null) {
                faults.add(new Fault(name, "", "no object can be given the capability " + wanted));
            } else {
                given.add(capability);
            }
        }
        List<Capability> carried = Capability.withIncluded(given);
        carried.forEach(each -> each.fields().forEach(field -> fields.put(field.name(), field)));
        SystemFields.ALL.forEach(field -> fields.put(field.name(), field));
        if (!name.startsWith(PREFIX)) {
            faults.add(new Fault(name, "", "an own object's name begins with " + PREFIX));
        }
        return new ObjectDefinition(
                name, label, plural, application, icon, List.copyOf(fields.values()), carried, Map.of(), Forms.NONE);
    }
}
