package hengke.kernel.subscription;

import hengke.kernel.calendar.Rhythm;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Days;
import hengke.kernel.report.FigureText;
import hengke.kernel.report.ReportTable;
import hengke.kernel.subscription.ReportMails.Letter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the mail says beside its figures, in words and on its page alike. */
final class LetterWords {
    private LetterWords() {}

    /** Of which moment the figures of several reports are, said once for all. */
    static Optional<String> moment(Letter letter) {
        return letter.parts().size() == 1
                ? Optional.empty()
                : letter.parts().stream()
                        .map(ReportMails.Part::table)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(table -> at(letter, table));
    }

    private static String at(Letter letter, ReportTable table) {
        return say(letter, "subscription.at", new FigureText(letter.language(), letter.zone()).moment(table.at()));
    }

    /** Of which days the figures of a report are, and where there is but one, of which moment. */
    static List<String> about(Letter letter, ReportTable table) {
        List<String> about = new ArrayList<>();
        Days days = table.days();
        if (days != null) {
            about.add(say(letter, "subscription.days", days.from(), days.until().minusDays(1)));
        }
        if (letter.parts().size() == 1) {
            about.add(at(letter, table));
        }
        return about;
    }

    static String more(Letter letter, int lines) {
        boolean attached = letter.subscription().content().workbook() && !letter.workbookTooLarge();
        return say(letter, attached ? "subscription.moreAttached" : "subscription.more", lines);
    }

    static String open(Letter letter) {
        return say(letter, "subscription.open." + letter.subscription().kind().stored());
    }

    /** Whence it comes, with whose eyes, and how to stop it. */
    static List<String> foot(Letter letter) {
        Subscription of = letter.subscription();
        List<String> foot = new ArrayList<>();
        if (letter.workbookTooLarge()) {
            foot.add(say(letter, "subscription.workbookTooLarge"));
        }
        foot.add(say(
                letter,
                "subscription.sentBy",
                letter.sender(),
                rhythm(of.rhythm()).in(letter.language())));
        foot.add(say(letter, "subscription.yourEyes"));
        foot.add(
                letter.stopLink().isEmpty()
                        ? say(letter, "subscription.howToStop")
                        : say(letter, "subscription.howToStopAt", letter.stopLink()));
        return foot;
    }

    /** When it comes. */
    static Message rhythm(Rhythm rhythm) {
        String at = rhythm.at().toString();
        Message when = switch (rhythm.every()) {
            case DAY -> Message.of("subscription.daily", at);
            case WEEK -> Message.of("subscription.weekly", new Weekdays(rhythm), at);
            case MONTH ->
                rhythm.day() == 31
                        ? Message.of("subscription.monthEnd", at)
                        : Message.of("subscription.monthly", rhythm.day(), at);
        };
        return rhythm.workdays() ? Message.of("subscription.onWorkdays", when) : when;
    }

    /** The days of the week that a rhythm names. */
    private record Weekdays(Rhythm rhythm) implements Message.Spoken {
        @Override
        public String in(Language language) {
            return String.join(
                    language == Language.CHINESE ? "、" : ", ",
                    rhythm.weekdays().stream()
                            .map(day -> Message.of("subscription.weekday." + day.getValue())
                                    .in(language))
                            .toList());
        }
    }

    private static String say(Letter letter, String key, Object... arguments) {
        return Message.of(key, arguments).in(letter.language());
    }
}
