package hengke.kernel.report;

import hengke.kernel.problem.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
public final class FigureText {
    private static final String NONE = "–";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final List<Step> CHINESE = List.of(new Step(8, "亿"), new Step(4, "万"));
    private static final List<Step> ENGLISH = List.of(new Step(9, "B"), new Step(6, "M"), new Step(3, "K"));
    /** Shorter numbers are written out. */
    private static final int SHORT = 4;

    private final Language language;
    private final ZoneId zone;

    /** @param zone in whose clocks moments are written */
    public FigureText(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    private record Step(int digits, String word) {}

    /** In full. */
    public String of(Figure figure, @Nullable Object value) {
        return switch (value) {
            case null -> NONE;
            case LocalDate day -> day.toString();
            case Instant moment -> moment(moment);
            case Number number -> {
                BigDecimal exact = Numbers.of(number);
                yield exact == null ? number.toString() : number(figure.kind(), exact);
            }
            default -> value.toString();
        };
    }

    public String moment(Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }

    /** As short as it stands beside an axis. */
    public String shortly(Figure.Kind kind, BigDecimal value) {
        if (kind == Figure.Kind.PERCENT) {
            return format("#,##0.#%", value);
        }
        for (Step step : language == Language.CHINESE ? CHINESE : ENGLISH) {
            BigDecimal scaled = value.movePointLeft(step.digits());
            if (scaled.abs().setScale(2, RoundingMode.HALF_UP).compareTo(BigDecimal.ONE) >= 0
                    && value.abs().compareTo(BigDecimal.TEN.pow(SHORT)) >= 0) {
                return format("#,##0.##", scaled) + step.word();
            }
        }
        return format("#,##0.##", value);
    }

    private static String number(Figure.Kind kind, BigDecimal value) {
        return switch (kind) {
            case PERCENT -> format("#,##0.0%", value);
            case MONEY -> format("#,##0.00", value);
            case COUNT, NUMBER, DATE, MOMENT -> format("#,##0.##", value);
        };
    }

    private static String format(String pattern, BigDecimal value) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(value);
        // what is rounded away is nought, not less than nought
        return text.matches("-[0.,]+%?") ? text.substring(1) : text;
    }
}
