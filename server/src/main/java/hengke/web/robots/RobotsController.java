package hengke.web.robots;

import hengke.capability.webhook.DeliveryLog;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.notices.NoticeKinds;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.robots.Product;
import hengke.robots.Robot;
import hengke.robots.RobotChanges;
import hengke.robots.Robots;
import hengke.robots.Simulator;
import hengke.web.AudienceJson;
import hengke.web.Body;
import hengke.web.robots.RobotJson.GroupJson;
import hengke.web.robots.RobotJson.KindJson;
import hengke.web.robots.RobotJson.ListJson;
import hengke.web.robots.RobotJson.OneJson;
import hengke.web.robots.RobotJson.ProductJson;
import hengke.web.robots.RobotJson.ReceivedJson;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The robots of groups; for administrators. What they were told is with the webhooks, under their ids. */
@RestController
@RequestMapping("/api/robots")
final class RobotsController {
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    private static final TextualType ADDRESS = new TextualType(TextualType.Form.TEXT, 1_000);
    private static final TextualType SECRET = new TextualType(TextualType.Form.TEXT, 200);
    private static final IntegerType VERSION = new IntegerType(1, Long.MAX_VALUE);
    private static final BooleanType FLAG = new BooleanType();

    private final Robots robots;
    private final RobotChanges changes;
    private final Simulator simulator;
    private final DeliveryLog log;
    private final LiveOrganisation organisation;
    private final Access access;

    RobotsController(
            Robots robots,
            RobotChanges changes,
            Simulator simulator,
            DeliveryLog log,
            LiveOrganisation organisation,
            Access access) {
        this.robots = robots;
        this.changes = changes;
        this.simulator = simulator;
        this.log = log;
        this.organisation = organisation;
        this.access = access;
    }

    @GetMapping
    ListJson all(Actor actor, Language language) {
        access.requireAdministrator(actor);
        Map<Long, DeliveryLog.Health> health = log.health();
        return new ListJson(
                robots.all().stream().map(each -> json(each, health, language)).toList(),
                Arrays.stream(Product.values())
                        .map(each -> new ProductJson(each.wire(), each.signs(), each.calls(), each.place()))
                        .toList(),
                NoticeKinds.all().stream()
                        .map(kind -> new KindJson(kind, NoticeKinds.name(kind).in(language)))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OneJson add(Actor actor, Language language, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        return json(changes.add(actor, wanted(new Body(asked))), language);
    }

    @PutMapping("/{id}")
    OneJson change(Actor actor, Language language, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        long version = body.required("version", VERSION).orElse(0L);
        changes.change(actor, id, version, wanted(body));
        return json(id, language);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        changes.remove(actor, id);
    }

    /** What came to its group, which is within the product. */
    @GetMapping("/{id}/simulated")
    GroupJson simulated(Actor actor, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        Robot robot = robots.find(id).orElseThrow(Refusal.NotFound::new);
        return new GroupJson(
                simulator.received(robot).stream().map(ReceivedJson::of).toList());
    }

    private RobotChanges.Wanted wanted(Body body) {
        Optional<Product> product = body.required("product", NAME).flatMap(wire -> {
            Optional<Product> known = Product.of(wire);
            if (known.isEmpty()) {
                body.refuse("product", Message.of("identity.unknown"));
            }
            return known;
        });
        var wanted = new RobotChanges.Wanted(
                body.required("name", NAME).orElse(""),
                body.optional("active", FLAG).orElse(true),
                product.orElse(Product.WECOM),
                body.optional("simulated", FLAG).orElse(false),
                body.optional("address", ADDRESS).orElse(null),
                body.mentions("secret") ? body.optional("secret", SECRET).orElse("") : null,
                body.list("kinds", NAME),
                AudienceJson.read(body, organisation.get()),
                body.optional("calls", FLAG).orElse(true),
                Language.of(body.optional("language", NAME).orElse("")).tag());
        body.done();
        return wanted;
    }

    private OneJson json(long id, Language language) {
        return json(robots.find(id).orElseThrow(Refusal.NotFound::new), log.health(), language);
    }

    private OneJson json(Robot robot, Map<Long, DeliveryLog.Health> health, Language language) {
        return OneJson.of(
                robot,
                health.getOrDefault(robot.endpoint().id(), DeliveryLog.Health.UNTOLD),
                organisation.get(),
                language);
    }
}
