package hengke.automation;

import hengke.automation.Turn.At;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.PageRight;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.sms.MobileNumber;
import hengke.kernel.sms.Sms;
import hengke.kernel.sms.SmsTemplate;
import hengke.kernel.sms.SmsTemplates;
import hengke.kernel.sms.Texter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Steps that text the mobile in a field of the record, by the queue of all text messages. */
@Component
final class TextingSteps {
    private final Access access;
    private final Words words;
    private final LiveOrganisation organisation;
    private final Texter texter;
    private final SmsTemplates templates;

    TextingSteps(Access access, Words words, LiveOrganisation organisation, Texter texter, SmsTemplates templates) {
        this.access = access;
        this.words = words;
        this.organisation = organisation;
        this.texter = texter;
        this.templates = templates;
    }

    Optional<SmsTemplate> template(long id) {
        return templates.find(id);
    }

    /** May this person have messages sent, which cost money and go out in the company's name? */
    boolean may(Actor actor) {
        return access.opens(actor, PageRight.TEXTS);
    }

    /** Each number once; the messages leave with this transaction, or not at all. Whoever gets none is said why. */
    void sms(Turn turn, Step.Sms step) {
        Optional<Message> fault = fault(turn.actor(), turn.object(), step);
        if (fault.isPresent()) {
            turn.runs().forEach(at -> turn.outcome(at.run(), new Outcome.Failed(fault.get(), false)));
            return;
        }
        List<Row> rows = turn.runs().stream().map(At::row).toList();
        Map<Long, Texted> texted = texted(turn.actor(), turn.object(), rows, step);
        SortedMap<String, Sms.Filled> messages = new TreeMap<>();
        Map<String, Long> whose = new HashMap<>();
        for (At at : turn.runs()) {
            if (texted.get(at.run().record()) instanceof Texted.Ready(String mobile, Sms.Filled filled)
                    && messages.putIfAbsent(mobile, filled) == null) {
                whose.put(mobile, at.run().record());
            }
        }
        Set<String> taken =
                texter.notices(turn.database(), organisation.get().company().timeZone(), messages);
        for (At at : turn.runs()) {
            Message note = switch (texted.get(at.run().record())) {
                case Texted.Ready(String mobile, Sms.Filled _) ->
                    Message.of(
                            taken.contains(mobile)
                                            && Objects.equals(
                                                    whose.get(mobile), at.run().record())
                                    ? "automation.texted"
                                    : "automation.textedEnough",
                            MobileNumber.masked(mobile));
                case Texted.Not(Message why) -> why;
                case null -> throw new IllegalStateException("a record of which nothing is known");
            };
            turn.outcome(at.run(), new Outcome.Done(null, note));
        }
    }

    /** What one record would have sent, for a rehearsal. */
    Optional<String> wording(Actor actor, ObjectDefinition object, Row row, Step.Sms step) {
        if (fault(actor, object, step).isPresent()) {
            return Optional.empty();
        }
        return texted(actor, object, List.of(row), step).get(row.id())
                        instanceof Texted.Ready(String mobile, Sms.Filled filled)
                ? Optional.of(JsonMapper.shared()
                        .createObjectNode()
                        .put("to", MobileNumber.masked(mobile))
                        .put("text", filled.wording())
                        .toString())
                : Optional.empty();
    }

    /** Why it cannot be done for any record. */
    private Optional<Message> fault(Actor actor, ObjectDefinition object, Step.Sms step) {
        if (!may(actor)) {
            return Optional.of(Message.of("automation.mayNotText"));
        }
        if (!texter.ready()) {
            return Optional.of(Message.of("sms.noAccount"));
        }
        if (templates.find(step.template()).isEmpty()) {
            return Optional.of(Message.of("automation.noSmsTemplate"));
        }
        return object.field(step.to())
                        .filter(field -> access.readsThroughout(actor, object, field))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Message.of("automation.noField", step.to()));
    }

    /** What a record says to whom, or why it does not. */
    private sealed interface Texted {
        record Ready(String mobile, Sms.Filled filled) implements Texted {}

        record Not(Message why) implements Texted {}
    }

    private Map<Long, Texted> texted(Actor actor, ObjectDefinition object, List<Row> rows, Step.Sms step) {
        SmsTemplate template = templates.find(step.template()).orElseThrow();
        Field<?> to = object.field(step.to()).orElseThrow();
        Map<String, Map<Long, String>> values = new HashMap<>();
        for (String gap : template.gaps()) {
            values.put(
                    gap,
                    words.of(actor, Language.CHINESE, object, rows, step.gaps().getOrDefault(gap, "")));
        }
        Map<Long, Texted> texted = new HashMap<>();
        for (Row row : rows) {
            String mobile = String.valueOf(row.get(to));
            texted.put(
                    row.id(),
                    MobileNumber.is(mobile)
                            ? template.filled(gap ->
                                            values.getOrDefault(gap, Map.of()).getOrDefault(row.id(), ""))
                                    .<Texted>map(filled -> new Texted.Ready(mobile, filled))
                                    .orElseGet(() -> new Texted.Not(Message.of("automation.emptyGap")))
                            : new Texted.Not(Message.of("automation.noMobile")));
        }
        return texted;
    }
}
