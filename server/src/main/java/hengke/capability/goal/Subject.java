package hengke.capability.goal;

import java.util.Locale;

/** Who aims: a person, or a department with all below it. */
public record Subject(Kind kind, long id) {

    /** What it is. */
    public enum Kind {
        DEPARTMENT,
        PERSON;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Subject person(long id) {
        return new Subject(Kind.PERSON, id);
    }

    public static Subject department(long id) {
        return new Subject(Kind.DEPARTMENT, id);
    }
}
