package hengke.kernel.word;

import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Word writes down on which template of the writer's computer a file was begun, in files of most companies. It is of no use
 * to anybody else and is left out; one on the network stays, and is refused as whatever is fetched.
 */
final class OwnTemplate {
    private static final String KIND = "attachedTemplate";
    private static final Pattern LOCAL =
            Pattern.compile("(?i)(file:/{3})?[a-z]:[\\\\/][^/\\\\].*|[^/\\\\:]+\\.dot[mx]?");

    private OwnTemplate() {}

    /** @param settings the part that speaks of it */
    static void forget(Map<String, byte[]> parts, String settings) {
        String relations = settings.replaceFirst("([^/]+)$", "_rels/$1.rels");
        byte[] its = parts.get(relations);
        byte[] said = parts.get(settings);
        if (its == null || said == null) {
            return;
        }
        Document targets = Xml.read(its);
        for (Element relation : Xml.children(targets.getDocumentElement())) {
            if (relation.getAttribute("Type").endsWith("/" + KIND)
                    && LOCAL.matcher(relation.getAttribute("Target")).matches()) {
                targets.getDocumentElement().removeChild(relation);
                parts.put(relations, Xml.write(targets));
                Document document = Xml.read(said);
                Xml.children(document.getDocumentElement(), KIND).forEach(document.getDocumentElement()::removeChild);
                parts.put(settings, Xml.write(document));
                return;
            }
        }
    }
}
