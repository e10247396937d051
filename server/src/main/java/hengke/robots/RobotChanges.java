package hengke.robots;

import hengke.capability.webhook.Endpoint;
import hengke.capability.webhook.EndpointRows;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Audience;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.notices.NoticeKinds;
import hengke.kernel.outbound.Outbound;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.settings.SecretBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The robots as administrators manage them. */
@Component
public final class RobotChanges {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EndpointRows rows;
    private final Robots robots;
    private final Outbound outbound;
    private final Access access;

    RobotChanges(EndpointRows rows, Robots robots, Outbound outbound, Access access) {
        this.rows = rows;
        this.robots = robots;
        this.outbound = outbound;
        this.access = access;
    }

    /**
     * What a robot is to be; see {@link Robot.Own}.
     *
     * @param address null for the one it has
     * @param secret null for the one it has, blank for none
     */
    public record Wanted(
            String name,
            boolean active,
            Product product,
            boolean simulated,
            @Nullable String address,
            @Nullable String secret,
            List<String> kinds,
            @Nullable Audience audience,
            boolean calls,
            String language) {}

    /** Makes one; its id. */
    public long add(Actor by, Wanted wanted) {
        access.requireAdministrator(by);
        check(wanted, true);
        Robots.Door door = door(wanted, null);
        return rows.changing(within -> {
            long id = rows.add(within, by, Robot.KIND, written(by, wanted, door), robots.sealed(door));
            rows.log(within, by, subject(id, wanted.name()), null, logged(written(by, wanted, door)));
            return id;
        });
    }

    /** Lays it over the version that was seen. */
    public void change(Actor by, long id, long seen, Wanted wanted) {
        access.requireAdministrator(by);
        check(wanted, false);
        rows.changing(within -> {
            Endpoint before = rows.held(within, Robot.KIND, id);
            Robot.Own was = Robot.of(before).own();
            if (was.product() != wanted.product() || was.simulated() != wanted.simulated()) {
                throw Refusal.Invalid.at("product", Message.of("robot.productStays"));
            }
            Robots.Door door = door(wanted, opened(id));
            rows.change(within, by, before, seen, written(by, wanted, door));
            rows.seal(within, id, robots.sealed(door));
            ObjectNode after = logged(written(by, wanted, door));
            if (wanted.secret() != null || wanted.address() != null) {
                after.put("newSecret", true);
            }
            rows.log(within, by, subject(id, wanted.name()), logged(written(before)), after);
            return id;
        });
    }

    /** Nothing is told any more, and what waited is dropped. */
    public void remove(Actor by, long id) {
        access.requireAdministrator(by);
        rows.changing(within -> {
            Endpoint before = rows.held(within, Robot.KIND, id);
            rows.remove(within, id);
            rows.log(within, by, subject(id, before.name()), logged(written(before)), null);
            return id;
        });
    }

    private void check(Wanted wanted, boolean fresh) {
        List<FieldError> errors = new ArrayList<>();
        String address = wanted.address();
        if (address == null && fresh && !wanted.simulated()) {
            errors.add(FieldError.of("address", Message.of("web.required")));
        } else if (address != null && !wanted.simulated()) {
            outbound.wrong(address).ifPresent(wrong -> errors.add(FieldError.of("address", wrong)));
            if (errors.isEmpty() && !address.contains(wanted.product().place())) {
                errors.add(FieldError.of(
                        "address",
                        Message.of("robot.otherAddress", wanted.product().place())));
            }
        }
        if (wanted.kinds().isEmpty() || !NoticeKinds.all().containsAll(wanted.kinds())) {
            errors.add(FieldError.of("kinds", Message.of("robot.noKinds")));
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    /** Where the key of the seals is lost, both have to be given anew. */
    private Robots.@Nullable Door opened(long id) {
        try {
            return robots.door(id);
        } catch (SecretBox.Sealed e) {
            return null;
        }
    }

    private static Robots.Door door(Wanted wanted, Robots.@Nullable Door before) {
        Product product = wanted.product();
        String address = wanted.simulated()
                ? "https://simulator.invalid" + product.place() + "simulated"
                : wanted.address() != null ? wanted.address() : before == null ? null : before.address();
        if (address == null) {
            throw Refusal.Invalid.at("address", Message.of("web.required"));
        }
        String secret = wanted.secret() != null ? wanted.secret() : before == null ? null : before.secret();
        return new Robots.Door(address, secret == null || secret.isBlank() || !product.signs() ? null : secret);
    }

    private static EndpointRows.Written written(Actor by, Wanted wanted, Robots.Door door) {
        var own = new Robot.Own(
                wanted.product(),
                wanted.simulated(),
                wanted.kinds().stream().distinct().sorted().toList(),
                wanted.audience(),
                wanted.calls() && wanted.product().calls(),
                wanted.language(),
                door.secret() != null);
        return new EndpointRows.Written(
                wanted.name(), door.seen(), wanted.active(), by.user(), List.of(), JSON.valueToTree(own));
    }

    private static EndpointRows.Written written(Endpoint endpoint) {
        return new EndpointRows.Written(
                endpoint.name(), endpoint.address(), endpoint.active(), endpoint.acting(), List.of(), endpoint.own());
    }

    private static AdministrationLog.Subject subject(long id, String name) {
        return new AdministrationLog.Subject("robot", id, name);
    }

    private static ObjectNode logged(EndpointRows.Written written) {
        ObjectNode logged = JSON.createObjectNode()
                .put("name", written.name())
                .put("address", written.address())
                .put("active", written.active());
        logged.setAll((ObjectNode) Objects.requireNonNull(written.own()));
        return logged;
    }
}
