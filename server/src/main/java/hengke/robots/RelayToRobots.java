package hengke.robots;

import hengke.kernel.access.Organisation;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.notices.NoticeRelay;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Puts in line that somebody was told something, for every robot that tells of it. */
@Component
final class RelayToRobots implements NoticeRelay {
    private final Robots robots;
    private final LiveOrganisation organisation;
    private final Clock clock;

    RelayToRobots(Robots robots, LiveOrganisation organisation, Clock clock) {
        this.robots = robots;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public void told(DSLContext transaction, long person, String kind, boolean calls) {
        Organisation now = organisation.get();
        for (Robot robot : robots.all()) {
            if (robot.own().kinds().contains(kind) && robot.tellsOf(now, person)) {
                transaction.execute(
                        """
                        insert into robot_notice (endpoint, person, kind, calls, at)
                        select id, ?, ?, ?, cast(? as timestamptz) from webhook_endpoint where id = ? for key share""",
                        person,
                        kind,
                        calls,
                        clock.instant().truncatedTo(ChronoUnit.MICROS).toString(),
                        robot.endpoint().id());
            }
        }
    }

    @Override
    public Map<String, List<String>> places(long person) {
        Organisation now = organisation.get();
        Map<String, List<String>> places = new TreeMap<>();
        for (Robot robot : robots.all()) {
            if (robot.tellsOf(now, person)) {
                robot.own()
                        .kinds()
                        .forEach(kind -> places.computeIfAbsent(kind, _ -> new ArrayList<>())
                                .add(robot.endpoint().name()));
            }
        }
        return places;
    }
}
