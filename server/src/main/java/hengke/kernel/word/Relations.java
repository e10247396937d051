package hengke.kernel.word;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** What the parts of a Word file refer to: other parts of it, and links that a reader may click. */
final class Relations {
    private static final String END = ".rels";

    /** What a part may refer to; whatever fetches, runs or embeds is not among it. */
    private static final Set<String> KINDS = Set.of(
            "officeDocument",
            "core-properties",
            "extended-properties",
            "custom-properties",
            "thumbnail",
            "styles",
            "stylesWithEffects",
            "numbering",
            "settings",
            "webSettings",
            "fontTable",
            "font",
            "theme",
            "themeOverride",
            "header",
            "footer",
            "image",
            "hyperlink",
            "footnotes",
            "endnotes",
            "comments",
            "commentsExtended",
            "commentsExtensible",
            "commentsIds",
            "people",
            "customXml",
            "customXmlProps",
            "glossaryDocument",
            "chart",
            "chartStyle",
            "chartColorStyle",
            "diagramData",
            "diagramLayout",
            "diagramQuickStyle",
            "diagramColors",
            "diagramDrawing");

    private static final Set<String> LINKS = Set.of("http", "https", "mailto", "tel");

    private final Map<String, Map<String, Target>> targets = new LinkedHashMap<>();

    /** @param part empty for a link out of the file */
    record Target(String kind, String part) {}

    Relations(Map<String, byte[]> parts) {
        parts.forEach((name, content) -> {
            if (name.endsWith(END)) {
                Map<String, Target> its = new LinkedHashMap<>();
                for (Element relation : Xml.children(Xml.read(content).getDocumentElement())) {
                    its.put(relation.getAttribute("Id"), target(source(name), relation));
                }
                targets.put(source(name), its);
            }
        });
    }

    /** {@code word/_rels/document.xml.rels} speaks for {@code word/document.xml}. */
    private static String source(String relations) {
        return relations.substring(0, relations.length() - END.length()).replace("_rels/", "");
    }

    private static Target target(String source, Element relation) {
        String type = relation.getAttribute("Type");
        String kind = type.substring(type.lastIndexOf('/') + 1);
        String target = relation.getAttribute("Target");
        boolean outside = relation.getAttribute("TargetMode").equals("External");
        if (!KINDS.contains(kind)) {
            throw new Refusal.Unreadable(
                    outside ? Message.of("word.outside", target) : Message.of("word.embedded", kind));
        }
        if (!outside) {
            return new Target(kind, part(source, target));
        }
        if (!kind.equals("hyperlink") || !mayBeClicked(target)) {
            throw new Refusal.Unreadable(Message.of("word.outside", target));
        }
        return new Target(kind, "");
    }

    private static boolean mayBeClicked(String target) {
        int colon = target.indexOf(':');
        return target.startsWith("#")
                || colon > 0 && LINKS.contains(target.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    private static String part(String source, String target) {
        try {
            String folder = "/" + source.substring(0, source.lastIndexOf('/') + 1);
            return URI.create(folder)
                    .resolve(target.replace(" ", "%20"))
                    .getPath()
                    .substring(1);
        } catch (RuntimeException e) {
            throw new Refusal.Unreadable(Message.of("word.damaged"));
        }
    }

    /** The one part of this kind that a part refers to; the whole file is the part without a name. */
    Optional<String> one(String source, String kind) {
        return of(source).values().stream()
                .filter(target -> target.kind().equals(kind))
                .map(Target::part)
                .findFirst();
    }

    /** By its id, the part that a part refers to. */
    Optional<String> byId(String source, String id) {
        return Optional.ofNullable(of(source).get(id)).map(Target::part).filter(part -> !part.isEmpty());
    }

    private Map<String, Target> of(String source) {
        return targets.getOrDefault(source, Map.of());
    }
}
