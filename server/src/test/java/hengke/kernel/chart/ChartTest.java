package hengke.kernel.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import hengke.kernel.chart.Plot.Series;
import hengke.kernel.problem.Language;
import hengke.kernel.report.Figure;
import hengke.kernel.report.FigureText;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChartTest {
    private static final int WIDTH = 672;
    private static final FigureText TEXTS = new FigureText(Language.CHINESE, ZoneOffset.UTC);

    @Test
    void a_bar_is_as_long_as_its_value_and_goes_the_other_way_below_nought() throws Exception {
        Document drawing = drawn(
                ChartKind.BAR,
                plot(Figure.Kind.MONEY, List.of("甲", "乙", "丙"), series("金额", 200_000, 100_000, -50_000)));
        List<Element> bars = bars(drawing, "#2757c4");
        assertThat(bars).hasSize(3);
        assertThat(high(bars.get(0))).isCloseTo(2 * high(bars.get(1)), offset(0.05));
        assertThat(high(bars.get(1))).isCloseTo(2 * high(bars.get(2)), offset(0.05));
        double nought = top(bars.get(0)) + high(bars.get(0));
        assertThat(top(bars.get(2))).isCloseTo(nought, offset(0.05));
        assertThat(said(drawing)).contains("甲", "20万", "-5万");
    }

    @Test
    void long_names_lie_beside_their_bars_cut_where_there_is_no_room() throws Exception {
        String name = "上海云图信息科技股份有限公司华东分公司第一营业部";
        Document drawing =
                drawn(ChartKind.BAR, plot(Figure.Kind.COUNT, List.of(name, "北京", "广州"), series("数", 3, 2, 1)));
        assertThat(said(drawing)).anyMatch(text -> text.endsWith("…") && name.startsWith(text.replace("…", "")));
        List<Element> bars = bars(drawing, "#2757c4");
        assertThat(bars).extracting(ChartTest::wide).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void words_are_written_so_that_they_stay_words() throws Exception {
        Document drawing = drawn(
                ChartKind.PIE,
                plot(
                        Figure.Kind.COUNT,
                        List.of("<script>alert('x')</script>", "\"&\u0007", "甲"),
                        series("<b>", 1, 2, 3)));
        assertThat(said(drawing)).contains("<script>alert('x')</script>", "\"&");
        assertThat(drawing.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void series_are_told_apart_by_more_than_their_colour() throws Exception {
        Document bars = drawn(
                ChartKind.STACKED,
                plot(Figure.Kind.COUNT, List.of("甲"), series("一", 1), series("二", 2), series("三", 3)));
        Set<String> patterns = new HashSet<>();
        elements(bars, "rect").stream()
                .map(each -> each.getAttribute("fill"))
                .filter(fill -> fill.startsWith("url"))
                .forEach(patterns::add);
        assertThat(patterns).hasSize(2);
        Document lines =
                drawn(ChartKind.LINE, plot(Figure.Kind.COUNT, List.of("甲", "乙"), series("一", 1, 2), series("二", 2, 1)));
        assertThat(elements(lines, "path").stream().map(each -> each.getAttribute("stroke-dasharray")))
                .contains("", "7 4");
    }

    @Test
    void a_line_has_a_gap_where_nothing_is_known() throws Exception {
        Document drawing = drawn(
                ChartKind.LINE,
                plot(
                        Figure.Kind.MONEY,
                        List.of("一月", "二月", "三月", "四月"),
                        new Series("金额", values(1.0, 2.0, null, 3.0), false)));
        assertThat(elements(drawing, "path").stream()
                        .filter(each -> each.getAttribute("stroke").equals("#2757c4"))
                        .map(each -> each.getAttribute("d")))
                .anyMatch(path -> Pattern.compile("M")
                                .splitAsStream(path)
                                .filter(part -> !part.isEmpty())
                                .count()
                        == 2);
    }

    @Test
    void the_parts_there_is_no_room_for_are_the_others() throws Exception {
        List<String> names = IntStream.range(0, 30).mapToObj(i -> "客户" + i).toList();
        Document drawing = drawn(
                ChartKind.PIE,
                plot(
                        Figure.Kind.COUNT,
                        names,
                        new Series(
                                "数",
                                IntStream.range(0, 30)
                                        .mapToObj(_ -> BigDecimal.TEN)
                                        .toList(),
                                false)));
        assertThat(said(drawing)).contains("其他", "210 · 70.0%");
    }

    @ParameterizedTest
    @EnumSource(ChartKind.class)
    void whatever_the_figures_are_it_is_drawn_and_a_picture_of_its_size(ChartKind kind) throws Exception {
        long seed = Long.getLong("hengke.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            boolean parts = kind == ChartKind.PIE || kind == ChartKind.FUNNEL || kind == ChartKind.AREA;
            int categories = 1 + random.nextInt(i == 0 ? 1 : 70);
            List<Series> series = new ArrayList<>();
            for (int s = 0; s < 1 + (parts && kind != ChartKind.AREA ? 0 : random.nextInt(6)); s++) {
                List<@Nullable BigDecimal> values = new ArrayList<>();
                for (int c = 0; c < categories; c++) {
                    double value = (random.nextDouble() - (parts ? 0 : 0.3)) * Math.pow(10, random.nextInt(12) - 2);
                    values.add(random.nextInt(9) == 0 && !parts ? null : new BigDecimal(value));
                }
                series.add(new Series("系列" + s, values, s == 1));
            }
            Plot plot = new Plot(
                    IntStream.range(0, categories)
                            .mapToObj(c -> "名".repeat(1 + random.nextInt(20)) + c)
                            .toList(),
                    random.nextBoolean(),
                    Figure.Kind.values()[random.nextInt(4)],
                    series);
            Chart chart = Chart.draw(plot, kind, TEXTS, WIDTH, "其他");
            assertThat(chart.svg()).as("seed %d", seed).doesNotContain("NaN", "Infinity");
            Element svg = parsed(chart).getDocumentElement();
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(chart.png()));
            assertThat(picture.getWidth()).isEqualTo(2 * WIDTH);
            assertThat(picture.getHeight())
                    .isEqualTo((int) Math.ceil(2 * Double.parseDouble(svg.getAttribute("height"))));
            Set<Integer> colors = new HashSet<>();
            for (int x = 0; x < picture.getWidth(); x += 3) {
                for (int y = 0; y < picture.getHeight(); y += 3) {
                    colors.add(picture.getRGB(x, y));
                }
            }
            assertThat(colors).as("seed %d", seed).hasSizeGreaterThan(2);
        }
    }

    private static Document drawn(ChartKind kind, Plot plot) throws Exception {
        return parsed(Chart.draw(plot, kind, TEXTS, WIDTH, "其他"));
    }

    private static Document parsed(Chart chart) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.svg())));
    }

    private static Plot plot(Figure.Kind kind, List<String> categories, Series... series) {
        return new Plot(categories, false, kind, List.of(series));
    }

    private static Series series(String name, long... values) {
        return new Series(
                name, Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList(), false);
    }

    private static List<@Nullable BigDecimal> values(@Nullable Double... values) {
        List<@Nullable BigDecimal> all = new ArrayList<>();
        for (Double value : values) {
            all.add(value == null ? null : BigDecimal.valueOf(value));
        }
        return all;
    }

    private static List<String> said(Document drawing) {
        return elements(drawing, "g").stream()
                .map(each -> each.getAttribute("aria-label"))
                .toList();
    }

    private static List<Element> bars(Document drawing, String color) {
        return elements(drawing, "rect").stream()
                .filter(each -> each.getAttribute("fill").equals(color))
                .toList();
    }

    private static List<Element> elements(Document drawing, String tag) {
        NodeList found = drawing.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static double high(Element bar) {
        return Double.parseDouble(bar.getAttribute("height"));
    }

    private static double wide(Element bar) {
        return Double.parseDouble(bar.getAttribute("width"));
    }

    private static double top(Element bar) {
        return Double.parseDouble(bar.getAttribute("y"));
    }
}
