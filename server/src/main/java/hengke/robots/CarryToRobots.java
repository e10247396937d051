package hengke.robots;

import static java.nio.charset.StandardCharsets.UTF_8;

import hengke.capability.webhook.Carrier;
import hengke.capability.webhook.Endpoint;
import hengke.capability.webhook.SendDeliveries;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.outbound.Answer;
import hengke.kernel.outbound.Outbound;
import hengke.kernel.outbound.OutboundFault;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.SecretBox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings messages to groups, in the language of the product, or to the simulator of one. */
@Component
final class CarryToRobots implements Carrier {
    /** 企业微信 and 钉钉 take 20 in a minute; 钉钉 shuts for ten minutes whoever sends more. */
    static final Duration PACE = Duration.ofSeconds(4);

    /** Somewhat over four hours in all: by then nobody wants to be called of it. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofMinutes(150));

    private static final int LONGEST_ANSWER = 4 << 10;

    private final Robots robots;
    private final Simulator simulator;
    private final Outbound outbound;
    private final LiveOrganisation organisation;

    CarryToRobots(Robots robots, Simulator simulator, Outbound outbound, LiveOrganisation organisation) {
        this.robots = robots;
        this.simulator = simulator;
        this.outbound = outbound;
        this.organisation = organisation;
    }

    @Override
    public String kind() {
        return Robot.KIND;
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    @Override
    public List<Duration> pauses() {
        return PAUSES;
    }

    @Override
    public Reply carry(Endpoint endpoint, Letter letter, Instant at) throws OutboundFault, SecretBox.Sealed {
        Robot robot = Robot.of(endpoint);
        Robots.Door door = robots.door(endpoint.id());
        JsonNode said = JsonMapper.shared().readTree(letter.body());
        Dialect dialect = robot.own().product().dialect();
        Dialect.Posting posting =
                dialect.posting(URI.create(door.address()), door.secret(), text(robot, said), mobiles(robot, said), at);
        Answer answer = robot.own().simulated() ? simulator.post(robot, door, posting, at) : post(posting);
        return new Reply(
                answer.status(),
                answer.success() ? dialect.refused(answer.text()).orElse(null) : null,
                answer.text());
    }

    private Answer post(Dialect.Posting posting) throws OutboundFault {
        return outbound.post(new Outbound.Post(
                posting.address(),
                Map.of("Content-Type", "application/json; charset=utf-8"),
                posting.body().toString().getBytes(UTF_8),
                SendDeliveries.PATIENCE,
                LONGEST_ANSWER,
                false));
    }

    private static String text(Robot robot, JsonNode said) {
        return said.at("/data/text")
                .asStringOpt()
                .orElseGet(() -> Message.of("robot.test", robot.endpoint().name())
                        .in(Language.of(robot.own().language())));
    }

    /** Numbers as they are now, of those who are still here. */
    private List<String> mobiles(Robot robot, JsonNode said) {
        if (!robot.own().calls() || !robot.own().product().calls()) {
            return List.of();
        }
        return said.at("/data/called")
                .valueStream()
                .flatMap(id -> organisation.get().person(id.asLong()).stream())
                .filter(Person::active)
                .map(Person::phone)
                .filter(phone -> phone != null && !phone.isBlank())
                .map(phone -> phone.replaceAll("[^0-9+]", "").replaceFirst("^\\+?86(?=1\\d{10}$)", ""))
                .distinct()
                .toList();
    }
}
