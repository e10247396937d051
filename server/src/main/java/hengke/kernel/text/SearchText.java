package hengke.kernel.text;

import java.util.List;

/**
 * What a record is found by.
 *
 * @param title the first part, compact: for ranking exact matches and beginnings
 * @param body every part and its pinyin, compact, each on its own line behind a line end: what a candidate is verified by
 * @param grams the pieces for the index
 */
public record SearchText(String title, String body, List<String> grams) {
    private static final int LONGEST_BODY = 4_000;

    public SearchText {
        grams = List.copyOf(grams);
    }

    /** The search text of these values; the first is what the record is called. */
    public static SearchText of(List<SearchPart> parts) {
        Grams grams = new Grams();
        StringBuilder body = new StringBuilder();
        String title = "";
        for (SearchPart part : parts) {
            String folded = part.folded();
            String compact = Folding.compact(folded);
            switch (part.kind()) {
                case NAME, PERSON -> {
                    Pinyin pinyin = part.pinyin(folded);
                    grams.addText(TextRun.of(folded));
                    grams.addName(compact, pinyin, LegalForm.startIn(compact));
                    line(body, compact);
                    if (!pinyin.full().equals(compact)) {
                        line(body, pinyin.full());
                        line(body, pinyin.initials());
                    }
                }
                case TEXT -> {
                    grams.addText(TextRun.of(folded));
                    line(body, compact);
                }
                case PHONE -> {
                    String digits = SearchPart.withoutCountryCode(compact);
                    grams.addText(List.of(new TextRun(false, digits)));
                    line(body, digits);
                }
                case EMAIL -> {
                    grams.addText(EmailAddress.searched(folded));
                    line(body, compact);
                }
            }
            if (title.isEmpty()) {
                title = compact;
            }
        }
        return new SearchText(title, body.toString(), grams.all());
    }

    private static void line(StringBuilder body, String text) {
        if (!text.isEmpty() && body.length() + text.length() < LONGEST_BODY) {
            body.append('\n').append(text);
        }
    }
}
