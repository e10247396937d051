package hengke.kernel.word;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words of style sheets made of what a Word file says: only numbers, and names that are known here. */
final class Css {
    private static final double POINTS_OF_TWIP = 20;
    private static final double POINTS_OF_EMU = 12_700;
    private static final Pattern COLOUR = Pattern.compile("[0-9a-fA-F]{6}");
    private static final Map<String, String> HIGHLIGHTS = Map.ofEntries(
            Map.entry("yellow", "#ffff00"),
            Map.entry("green", "#00ff00"),
            Map.entry("cyan", "#00ffff"),
            Map.entry("magenta", "#ff00ff"),
            Map.entry("blue", "#0000ff"),
            Map.entry("red", "#ff0000"),
            Map.entry("darkBlue", "#00008b"),
            Map.entry("darkCyan", "#008b8b"),
            Map.entry("darkGreen", "#006400"),
            Map.entry("darkMagenta", "#800080"),
            Map.entry("darkRed", "#8b0000"),
            Map.entry("darkYellow", "#808000"),
            Map.entry("darkGray", "#a9a9a9"),
            Map.entry("lightGray", "#d3d3d3"),
            Map.entry("black", "#000000"));

    private Css() {}

    static String points(double points) {
        return String.format(Locale.ROOT, "%.2fpt", points);
    }

    static String twips(double twips) {
        return points(twips / POINTS_OF_TWIP);
    }

    static double pointsOfEmu(String emu) {
        return Styles.number(emu, 0) / POINTS_OF_EMU;
    }

    static Optional<String> colour(String colour) {
        return COLOUR.matcher(colour).matches() ? Optional.of("#" + colour) : Optional.empty();
    }

    static Optional<String> highlight(String name) {
        return Optional.ofNullable(HIGHLIGHTS.get(name));
    }

    /** How a line is drawn; nothing for one that says there is none. */
    static String border(String kind, String eighths, String colour) {
        String style = switch (kind) {
            case "", "nil", "none" -> "";
            case "double", "triple" -> "double";
            case "dotted" -> "dotted";
            case "dashed", "dashSmallGap", "dotDash", "dotDotDash" -> "dashed";
            default -> "solid";
        };
        if (style.isEmpty()) {
            return "none";
        }
        double width = Math.clamp(Styles.number(eighths, 4) / 8.0, 0.25, 6);
        return points(style.equals("double") ? Math.max(width * 3, 1.5) : width) + " " + style + " "
                + colour(colour).orElse("#000000");
    }

    static String align(String justification) {
        return switch (justification) {
            case "center" -> "center";
            case "right", "end" -> "right";
            case "both", "distribute" -> "justify";
            default -> "left";
        };
    }
}
