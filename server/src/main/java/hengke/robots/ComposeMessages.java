package hengke.robots;

import hengke.capability.webhook.Deliveries;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.Language;
import hengke.robots.GroupText.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes messages of the notices in line. Products take few messages a minute: what comes while one is on its way to a
 * group, or waits to be tried again, goes with the next.
 */
@Component
final class ComposeMessages {
    /** What could not be told for so long is not told any more. */
    static final Duration STALE = Duration.ofDays(1);

    private static final int MOST = 500;
    private static final Logger log = LoggerFactory.getLogger(ComposeMessages.class);

    private final DSLContext database;
    private final Robots robots;
    private final Deliveries deliveries;
    private final LiveOrganisation organisation;
    private final String address;
    private final Clock clock;

    ComposeMessages(
            DSLContext database,
            Robots robots,
            Deliveries deliveries,
            LiveOrganisation organisation,
            @Value("${hengke.base-url:}") String address,
            Clock clock) {
        this.database = database;
        this.robots = robots;
        this.deliveries = deliveries;
        this.organisation = organisation;
        this.address = address.strip();
        this.clock = clock;
    }

    void run() {
        List<Long> inLine =
                database.fetch("select distinct endpoint from robot_notice").getValues("endpoint", Long.class);
        for (Robot robot : robots.all()) {
            if (robot.endpoint().active() && inLine.contains(robot.endpoint().id())) {
                try {
                    database.transaction(transaction -> compose(transaction.dsl(), robot));
                } catch (RuntimeException e) { // the other robots are not kept waiting
                    log.warn(
                            "Messages to robot {} are delayed", robot.endpoint().id(), e);
                }
            }
        }
        database.execute(
                "delete from robot_notice where at < cast(? as timestamptz)",
                now().minus(STALE).toString());
    }

    /** What is in line becomes a message or stays in line; of two nodes, each takes what the other has not. */
    private void compose(DSLContext within, Robot robot) {
        long id = robot.endpoint().id();
        if (Deliveries.waiting(within, id)) {
            return;
        }
        List<Waiting> waiting = within.fetch("""
                        select id, person, kind, calls from robot_notice
                        where endpoint = ? and at >= cast(? as timestamptz) order by id limit ? for update skip locked""", id, now().minus(STALE).toString(), MOST)
                .map(row -> new Waiting(
                        row.get("id", Long.class),
                        row.get("person", Long.class),
                        row.get("kind", String.class),
                        row.get("calls", Boolean.class)));
        GroupText made =
                GroupText.of(waiting, this::name, Language.of(robot.own().language()), address);
        if (made.taken().isEmpty()) {
            return;
        }
        within.execute("delete from robot_notice where id = any(?)", (Object)
                made.taken().toArray(Long[]::new));
        if (!made.text().isEmpty()) {
            deliveries.add(
                    within,
                    id,
                    List.of(new Deliveries.Told(
                            "notices_" + made.taken().getFirst(), "notices", null, null, now(), data(made))));
        }
    }

    private Optional<String> name(long person) {
        return organisation.get().person(person).filter(Person::active).map(Person::name);
    }

    private static ObjectNode data(GroupText made) {
        ObjectNode data = JsonMapper.shared().createObjectNode().put("text", made.text());
        ArrayNode called = data.putArray("called");
        made.called().forEach(called::add);
        return data;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
