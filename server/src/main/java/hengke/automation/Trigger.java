package hengke.automation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hengke.kernel.calendar.Rhythm;
import hengke.kernel.calendar.Rhythm.Every;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What makes a record begin. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Trigger.Created.class, name = "created"),
    @JsonSubTypes.Type(value = Trigger.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = Trigger.Became.class, name = "became"),
    @JsonSubTypes.Type(value = Trigger.Event.class, name = "event"),
    @JsonSubTypes.Type(value = Trigger.Day.class, name = "day"),
    @JsonSubTypes.Type(value = Trigger.Schedule.class, name = "schedule"),
    @JsonSubTypes.Type(value = Trigger.Called.class, name = "called"),
    @JsonSubTypes.Type(value = Trigger.Button.class, name = "button")
})
public sealed interface Trigger {
    /** The time of day at which what is due on a day begins, unless another is said. */
    LocalTime MORNING = LocalTime.of(9, 0);

    /**
     * It is new.
     *
     * @param through only by these ways, e.g. {@code intake} for forms; empty for any
     */
    record Created(List<String> through) implements Trigger {
        public Created {
            through = List.copyOf(Objects.requireNonNullElseGet(through, List::of));
        }
    }

    /**
     * It was changed.
     *
     * @param fields only when one of these has changed; empty for any
     */
    record Changed(List<String> fields) implements Trigger {
        public Changed {
            fields = List.copyOf(Objects.requireNonNullElseGet(fields, List::of));
        }
    }

    /**
     * A field has taken one of these values, in a new record too.
     *
     * @param values as they go over the wire
     */
    record Became(String field, List<JsonNode> values) implements Trigger {
        public Became {
            field = Objects.requireNonNullElse(field, "");
            values = List.copyOf(Objects.requireNonNullElseGet(values, List::of));
        }
    }

    /**
     * Something has happened to it besides a change of its values.
     *
     * @param events one of these, as {@link hengke.kernel.records.Happenings} names them
     */
    record Event(List<String> events) implements Trigger {
        public Event {
            events = List.copyOf(Objects.requireNonNullElseGet(events, List::of));
        }
    }

    /**
     * A day that stands in the record has come.
     *
     * @param days so many days after it; before it where negative
     * @param at the time of day; null for the morning, and for a moment that very moment
     */
    record Day(String field, int days, @Nullable LocalTime at) implements Trigger {
        public Day {
            field = Objects.requireNonNullElse(field, "");
        }
    }

    /**
     * Time and again, for every record it is for.
     *
     * @param weekdays when weekly
     * @param day of the month when monthly; a month that is shorter has it on its last day
     * @param workdays on a day off it is put off to the next working day
     */
    record Schedule(
            Every every,
            Set<DayOfWeek> weekdays,
            int day,
            @Nullable LocalTime at,
            boolean workdays) implements Trigger {
        public Schedule {
            every = Objects.requireNonNullElse(every, Every.DAY);
            weekdays = new TreeSet<>(Objects.requireNonNullElseGet(weekdays, Set::<DayOfWeek>of));
        }

        Rhythm rhythm() {
            return new Rhythm(every, weekdays, day, Objects.requireNonNullElse(at, MORNING), workdays);
        }
    }

    /**
     * Another program has sent a request about it.
     *
     * @param field by which the record is found
     * @param pointer where its value stands in the request (RFC 6901), e.g. {@code /order/number}
     */
    record Called(String field, String pointer) implements Trigger {
        public Called {
            field = Objects.requireNonNullElse(field, "");
            pointer = Objects.requireNonNullElse(pointer, "");
        }
    }

    /** Somebody who may edit it has pressed the button. */
    record Button() implements Trigger {}
}
