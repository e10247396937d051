package hengke.web.robots;

import hengke.capability.webhook.DeliveryLog;
import hengke.kernel.access.Organisation;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.robots.Robot;
import hengke.robots.Simulator;
import hengke.web.AudienceJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Robots and what came to simulated groups, as they go over the wire. */
final class RobotJson {
    private RobotJson() {}

    /**
     * A robot; neither where it is nor what it signs with is told.
     *
     * @param address as much of it as may be seen
     * @param off why it was switched off by itself
     * @param failingSince since when nothing arrives
     */
    record OneJson(
            long id,
            String name,
            String product,
            boolean simulated,
            String address,
            boolean signed,
            boolean active,
            @Nullable String off,
            List<String> kinds,
            AudienceJson audience,
            boolean calls,
            String language,
            int waiting,
            int parked,
            int delivered,
            @Nullable Instant failingSince,
            long version) {
        static OneJson of(Robot robot, DeliveryLog.Health health, Organisation now, Language language) {
            return new OneJson(
                    robot.endpoint().id(),
                    robot.endpoint().name(),
                    robot.own().product().wire(),
                    robot.own().simulated(),
                    robot.endpoint().address(),
                    robot.own().signed(),
                    robot.endpoint().active(),
                    KeptMessage.in(robot.endpoint().off(), language),
                    robot.own().kinds(),
                    AudienceJson.of(now, robot.own().audience()),
                    robot.own().calls(),
                    robot.own().language(),
                    health.waiting(),
                    health.parked(),
                    health.delivered(),
                    health.failingSince(),
                    robot.endpoint().version());
        }
    }

    /** A kind of notices. */
    record KindJson(String kind, String label) {}

    /**
     * A product.
     *
     * @param signs can messages be signed?
     * @param calls can people be called by their mobile number?
     * @param place what its addresses have in them
     */
    record ProductJson(String product, boolean signs, boolean calls, String place) {}

    /** All robots, the products there are, and the kinds they can tell of. */
    record ListJson(List<OneJson> items, List<ProductJson> products, List<KindJson> kinds) {}

    /** A message that came to a simulated group. */
    record ReceivedJson(
            long id,
            Instant at,
            String text,
            List<String> called,
            @Nullable String refused) {
        static ReceivedJson of(Simulator.Received received) {
            return new ReceivedJson(
                    received.id(), received.at(), received.text(), received.called(), received.refused());
        }
    }

    /** The latest first. */
    record GroupJson(List<ReceivedJson> items) {}
}
