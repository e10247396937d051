package hengke.web.portrait;

import hengke.capability.portrait.Habits;
import hengke.capability.portrait.Portrayed;
import hengke.capability.worth.BoughtGoods;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.web.records.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a record is like to deal with, told from what its reader may see. */
@RestController
final class PortraitController {
    private final Reading reading;
    private final Habits habits;
    private final BoughtGoods bought;

    PortraitController(Reading reading, Habits habits, BoughtGoods bought) {
        this.reading = reading;
        this.habits = habits;
        this.bought = bought;
    }

    /** @param interactions null for a reader who may not know of any */
    record Portrait(@Nullable Interactions interactions, List<Goods> goods) {}

    /** What was bought: grouped by product, these records add up the amount. */
    record Goods(
            String object,
            JsonNode filter,
            String product,
            @Nullable String amount) {}

    /**
     * How one is in touch.
     *
     * @param from the first day of channels, rhythm and hours
     * @param until their last, today
     * @param recent contacts of the last 30 days
     * @param before contacts of the 30 days before those
     * @param contactDays days with a contact between from and until
     * @param lastBy which of the leads open contacts of the last day
     * @param everyDays days from one to the next, on average
     */
    record Interactions(
            LocalDate from,
            LocalDate until,
            List<Channel> channels,
            List<Week> weeks,
            int recent,
            int before,
            int contactDays,
            @Nullable LocalDate lastDay,
            Set<String> lastBy,
            @Nullable String everyDays,
            Habits.@Nullable Hours hours,
            List<Lead> leads) {}

    /**
     * A channel that was used, and how often.
     *
     * @param source which of the leads opens its contacts
     */
    record Channel(String name, String label, @Nullable String color, int count, String source) {}

    /** @param counts in the order of the channels */
    record Week(LocalDate from, List<Integer> counts) {}

    /** How a list shows the contacts of a source: its filter, and the fields to narrow it by. */
    record Lead(
            String source,
            String label,
            String object,
            ObjectNode filter,
            String at,
            @Nullable String channel) {}

    @GetMapping("/api/portraits/{object}/{id}")
    Portrait portrait(
            Actor actor, Language language, @PathVariable("object") String name, @PathVariable("id") long id) {
        ObjectDefinition object = reading.object(actor, name);
        if (!object.has(Portrayed.class)) {
            throw new Refusal.NotFound();
        }
        reading.row(actor, object, id);
        return new Portrait(
                habits.of(actor, object, id)
                        .map(known -> shown(known, language))
                        .orElse(null),
                bought.of(actor, object, id).stream()
                        .map(lines -> new Goods(
                                lines.records().object(), lines.records().filter(), lines.product(), lines.amount()))
                        .toList());
    }

    private static Interactions shown(Habits.Known known, Language language) {
        return new Interactions(
                known.span().from(),
                known.span().until(),
                known.channels().stream()
                        .map(used -> new Channel(
                                used.name(), used.label().in(language), used.color(), used.count(), used.source()))
                        .toList(),
                known.weeks().stream()
                        .map(week -> new Week(week.from(), week.counts()))
                        .toList(),
                known.recent(),
                known.before(),
                known.rhythm().days(),
                known.rhythm().last(),
                known.rhythm().lastBy(),
                known.rhythm().every() == null ? null : known.rhythm().every().toPlainString(),
                known.hours(),
                known.leads().stream()
                        .map(lead -> new Lead(
                                lead.source(),
                                lead.label().in(language),
                                lead.object(),
                                lead.filter(),
                                lead.at(),
                                lead.channel()))
                        .toList());
    }
}
