package hengke.automation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hengke.capability.flow.Branching;
import hengke.capability.flow.Way;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Something that is done with a record, waited for, or decided. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Change.class, name = "change"),
    @JsonSubTypes.Type(value = Step.Create.class, name = "create"),
    @JsonSubTypes.Type(value = Step.Task.class, name = "task"),
    @JsonSubTypes.Type(value = Step.Tell.class, name = "tell"),
    @JsonSubTypes.Type(value = Step.Run.class, name = "command"),
    @JsonSubTypes.Type(value = Step.Mail.class, name = "mail"),
    @JsonSubTypes.Type(value = Step.Sms.class, name = "sms"),
    @JsonSubTypes.Type(value = Step.Submit.class, name = "submit"),
    @JsonSubTypes.Type(value = Step.Webhook.class, name = "webhook"),
    @JsonSubTypes.Type(value = Step.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = Step.Wait.class, name = "wait"),
    @JsonSubTypes.Type(value = Step.WaitForDay.class, name = "waitForDay"),
    @JsonSubTypes.Type(value = Step.Until.class, name = "until"),
    @JsonSubTypes.Type(value = Step.Stop.class, name = "stop")
})
public sealed interface Step extends Branching<Step> {
    /** Sets fields of the record. */
    record Change(String id, String name, Map<String, Value> values) implements Step {
        public Change {
            id = word(id);
            name = word(name);
            values = kept(values);
        }
    }

    /** Makes a record of any object. */
    record Create(String id, String name, String object, Map<String, Value> values) implements Step {
        public Create {
            id = word(id);
            name = word(name);
            object = word(object);
            values = kept(values);
        }
    }

    /**
     * Makes a task about the record.
     *
     * @param title a text in which names of fields in braces stand for their values
     * @param whom the first of them does it; where there is none, whoever the automation acts as
     * @param days so many working days until it is due
     */
    record Task(String id, String name, String title, Whom whom, int days, String priority) implements Step {
        public Task {
            id = word(id);
            name = word(name);
            title = word(title);
            whom = Objects.requireNonNullElse(whom, Whom.NOBODY);
            priority = Objects.requireNonNullElse(priority, "normal");
        }
    }

    /**
     * Tells people, as far as each may see the record.
     *
     * @param title names no field
     * @param text names of fields in braces stand for their values, as whoever reads it may see them
     */
    record Tell(String id, String name, Whom whom, String title, String text) implements Step {
        public Tell {
            id = word(id);
            name = word(name);
            whom = Objects.requireNonNullElse(whom, Whom.NOBODY);
            title = word(title);
            text = word(text);
        }
    }

    /** Runs one of the commands of the object. */
    record Run(String id, String name, String command, ObjectNode input) implements Step {
        public Run {
            id = word(id);
            name = word(name);
            command = word(command);
            input = Objects.requireNonNullElseGet(
                    input, () -> JsonMapper.shared().createObjectNode());
        }
    }

    /**
     * Sends a mail to each of some people: colleagues, and the address in a field of the record.
     *
     * @param to the field; null for none
     * @param title and text: names of fields in braces stand for their values, as whoever it acts as may see them
     */
    record Mail(String id, String name, Whom whom, @Nullable String to, String title, String text) implements Step {
        public Mail {
            id = word(id);
            name = word(name);
            whom = Objects.requireNonNullElse(whom, Whom.NOBODY);
            title = word(title);
            text = word(text);
        }
    }

    /**
     * Texts the mobile in a field of the record.
     *
     * @param template one of those the provider has approved
     * @param to the field
     * @param gaps what stands in each of the template; names of fields in braces stand for their values
     */
    record Sms(String id, String name, long template, String to, Map<String, String> gaps) implements Step {
        public Sms {
            id = word(id);
            name = word(name);
            to = word(to);
            gaps = Map.copyOf(Objects.requireNonNullElseGet(gaps, Map::of));
        }
    }

    /** Submits the record for approval, by the first flow that applies. */
    record Submit(String id, String name, String comment) implements Step {
        public Submit {
            id = word(id);
            name = word(name);
            comment = word(comment);
        }
    }

    /**
     * Sends the record to another program, as whoever it acts as may read it.
     *
     * @param endpoint one of the company's webhooks
     * @param fields only these; empty for all
     */
    record Webhook(String id, String name, long endpoint, List<String> fields) implements Step {
        public Webhook {
            id = word(id);
            name = word(name);
            fields = List.copyOf(Objects.requireNonNullElseGet(fields, List::of));
        }
    }

    /** The first way whose condition holds is taken; none where none holds. */
    record Choice(String id, String name, List<Way<Step>> ways) implements Step {
        public Choice {
            id = word(id);
            name = word(name);
            ways = List.copyOf(Objects.requireNonNullElseGet(ways, List::of));
        }
    }

    /** Goes on after some time. */
    record Wait(String id, String name, Span span) implements Step {
        public Wait {
            id = word(id);
            name = word(name);
            span = Objects.requireNonNullElseGet(span, () -> new Span(0, Span.Unit.DAY, null));
        }
    }

    /** Goes on when a day that stands in the record has come; at once where there is none, or it is over. */
    record WaitForDay(
            String id,
            String name,
            String field,
            int days,
            @Nullable LocalTime at) implements Step {
        public WaitForDay {
            id = word(id);
            name = word(name);
            field = word(field);
        }
    }

    /**
     * Waits for something to hold of the record.
     *
     * @param atMost how long
     * @param ways what follows when it has come to hold, and what follows when it has not
     */
    record Until(String id, String name, @Nullable JsonNode condition, Span atMost, List<Way<Step>> ways)
            implements Step {
        public Until {
            id = word(id);
            name = word(name);
            condition = condition == null || condition.isNull() ? null : condition;
            atMost = Objects.requireNonNullElseGet(atMost, () -> new Span(0, Span.Unit.DAY, null));
            ways = List.copyOf(Objects.requireNonNullElseGet(ways, List::of));
        }
    }

    /** Ends here, whatever comes after. */
    record Stop(String id, String name) implements Step {
        public Stop {
            id = word(id);
            name = word(name);
        }
    }

    /** What kind of step it is, as on the wire. */
    default String kind() {
        return switch (this) {
            case Change _ -> "change";
            case Create _ -> "create";
            case Task _ -> "task";
            case Tell _ -> "tell";
            case Run _ -> "command";
            case Mail _ -> "mail";
            case Sms _ -> "sms";
            case Submit _ -> "submit";
            case Webhook _ -> "webhook";
            case Choice _ -> "choice";
            case Wait _ -> "wait";
            case WaitForDay _ -> "waitForDay";
            case Until _ -> "until";
            case Stop _ -> "stop";
        };
    }

    private static String word(@Nullable String word) {
        return Objects.requireNonNullElse(word, "");
    }

    private static Map<String, Value> kept(@Nullable Map<String, Value> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNullElseGet(values, Map::of)));
    }
}
