package hengke.kernel.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What a paragraph, a run or a table looks like: said where it stands, else by its styles, else by the file as a whole. */
final class Styles {
    /** No length in Word is longer, in twentieths of a point. */
    private static final int MOST = 31_680;

    private final Map<String, Element> byId = new HashMap<>();
    private final Map<String, String> usual = new HashMap<>();
    private final @Nullable Element defaults;

    Styles(WordFile file) {
        Optional<Element> styles = file.part("styles");
        styles.ifPresent(root -> Xml.children(root, "style").forEach(style -> {
            byId.put(Xml.of(style, "styleId"), style);
            if (Xml.of(style, "default").matches("1|true")) {
                usual.put(Xml.of(style, "type"), Xml.of(style, "styleId"));
            }
        }));
        this.defaults = styles.flatMap(root -> Xml.child(root, "docDefaults")).orElse(null);
    }

    /** Where something is looked up, the nearest first. */
    record Looks(List<Element> sources) {
        /** Of the nearest that says anything of it. */
        Optional<Element> find(String name) {
            return sources.stream()
                    .flatMap(source -> Xml.child(source, name).stream())
                    .findFirst();
        }

        /** An attribute by itself, of the nearest that says it. */
        Optional<String> find(String name, String attribute) {
            return sources.stream()
                    .flatMap(source -> Xml.child(source, name).stream())
                    .map(element -> Xml.of(element, attribute))
                    .filter(value -> !value.isEmpty())
                    .findFirst();
        }

        int number(String name, String attribute, int otherwise) {
            return find(name, attribute)
                    .map(value -> Math.clamp(Styles.number(value, otherwise), -MOST, MOST))
                    .orElse(otherwise);
        }

        boolean is(String name) {
            return find(name).filter(Styles::on).isPresent();
        }
    }

    static int number(String value, int otherwise) {
        try {
            return Math.clamp(Math.round(Double.parseDouble(value)), -100_000, 10_000_000);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static boolean on(Element toggle) {
        return !Xml.of(toggle, "val").matches("0|false|none|off");
    }

    /** @param level of a numbering, which has its own idea of where its paragraphs stand */
    Looks paragraph(Element paragraph, Optional<Element> level) {
        Optional<Element> own = Xml.child(paragraph, "pPr");
        List<Element> sources = new ArrayList<>();
        own.ifPresent(sources::add);
        boolean numberedHere = own.flatMap(its -> Xml.child(its, "numPr")).isPresent();
        Optional<Element> numbered = level.flatMap(its -> Xml.child(its, "pPr"));
        if (numberedHere) {
            numbered.ifPresent(sources::add);
        }
        chain(styleOf(paragraph), "pPr").forEach(sources::add);
        if (!numberedHere) {
            numbered.ifPresent(sources::add);
        }
        defaults("pPrDefault", "pPr").ifPresent(sources::add);
        return new Looks(sources);
    }

    Looks run(Element run, Element paragraph) {
        Optional<Element> own = Xml.child(run, "rPr");
        List<Element> sources = new ArrayList<>();
        own.ifPresent(sources::add);
        own.flatMap(its -> Xml.child(its, "rStyle"))
                .ifPresent(style -> sources.addAll(chain(Xml.of(style, "val"), "rPr")));
        return text(sources, paragraph);
    }

    /** How the mark of a paragraph looks, of which its number takes after. */
    Looks mark(Element paragraph, Optional<Element> level) {
        List<Element> sources = new ArrayList<>();
        level.flatMap(its -> Xml.child(its, "rPr")).ifPresent(sources::add);
        Xml.child(paragraph, "pPr").flatMap(its -> Xml.child(its, "rPr")).ifPresent(sources::add);
        return text(sources, paragraph);
    }

    private Looks text(List<Element> sources, Element paragraph) {
        sources.addAll(chain(styleOf(paragraph), "rPr"));
        Xml.above(paragraph, "tbl").ifPresent(table -> sources.addAll(chain(tableStyle(table), "rPr")));
        defaults("rPrDefault", "rPr").ifPresent(sources::add);
        return new Looks(sources);
    }

    Looks table(Element table) {
        List<Element> sources = new ArrayList<>();
        Xml.child(table, "tblPr").ifPresent(sources::add);
        sources.addAll(chain(tableStyle(table), "tblPr"));
        return new Looks(sources);
    }

    private String tableStyle(Element table) {
        return Xml.child(table, "tblPr")
                .flatMap(its -> Xml.child(its, "tblStyle"))
                .map(style -> Xml.of(style, "val"))
                .orElse(usual.getOrDefault("table", ""));
    }

    /** Does the style of a table dress some of its rows or columns differently? */
    boolean dressed(Element table) {
        Optional<Element> style = Optional.ofNullable(byId.get(tableStyle(table)));
        return style.filter(its -> !Xml.children(its, "tblStylePr").isEmpty()).isPresent();
    }

    private String styleOf(Element paragraph) {
        return Xml.child(paragraph, "pPr")
                .flatMap(its -> Xml.child(its, "pStyle"))
                .map(style -> Xml.of(style, "val"))
                .orElse(usual.getOrDefault("paragraph", ""));
    }

    private Optional<Element> defaults(String group, String kind) {
        return Optional.ofNullable(defaults)
                .flatMap(its -> Xml.child(its, group))
                .flatMap(its -> Xml.child(its, kind));
    }

    /** A style and those it is based on; one that is based on itself ends there. */
    private List<Element> chain(String id, String kind) {
        List<Element> chain = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        String next = id;
        while (byId.containsKey(next) && seen.add(next)) {
            Element style = byId.get(next);
            Xml.child(style, kind).ifPresent(chain::add);
            next = Xml.child(style, "basedOn").map(its -> Xml.of(its, "val")).orElse("");
        }
        return chain;
    }
}
