package hengke.kernel.metadata;

import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;

/** What something is called, Chinese first. */
public record Label(String chinese, String english) implements Message.Spoken {

    /** What a message says, kept in every language for a reader who is not known yet. */
    public static Label of(Message message) {
        return new Label(message.in(Language.CHINESE), message.in(Language.ENGLISH));
    }

    @Override
    public String in(Language language) {
        return language == Language.CHINESE || english.isBlank() ? chinese : english;
    }
}
