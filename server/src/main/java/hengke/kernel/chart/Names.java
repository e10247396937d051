package hengke.kernel.chart;

import hengke.kernel.chart.Svg.Anchor;
import java.util.List;

/** The names of categories below a drawing: as many of them as can be read. */
final class Names {
    private Names() {}

    /**
     * @param slot how wide a category is
     * @param place of a name within its slot
     */
    static void along(Svg svg, List<String> names, double left, double slot, double y, double place) {
        double longest = names.stream()
                .mapToDouble(name -> Glyphs.width(name, ChartLook.SIZE))
                .max()
                .orElse(0);
        int step = (int) Math.max(1, Math.ceil((Math.min(longest, 120) + 8) / slot));
        for (int i = 0; i < names.size(); i += step) {
            String name = Glyphs.fit(names.get(i), ChartLook.SIZE, Math.max(slot * step - 4, 24));
            double wide = Glyphs.width(name, ChartLook.SIZE);
            double x = Math.clamp(left + (i + place) * slot, wide / 2, Math.max(wide / 2, svg.width() - wide / 2));
            svg.text(x, y, ChartLook.SIZE, ChartLook.TEXT, Anchor.MIDDLE, name);
        }
    }
}
