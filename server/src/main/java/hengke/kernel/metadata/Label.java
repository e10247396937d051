package hengke.kernel.metadata;

import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;

/** What something is called, Chinese first. */
public record Label(String chinese, String english) implements Message.Spoken {

    @Override
    public String in(Language language) {
        return language == Language.CHINESE || english.isBlank() ? chinese : english;
    }
}
