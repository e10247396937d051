package hengke.web.settings;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.sms.MobileNumber;
import hengke.kernel.sms.SimulatedPhones;
import hengke.kernel.sms.SmsQueue;
import hengke.kernel.sms.Texter;
import hengke.web.Body;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Whether text messages can be sent, those that could not, and what came to simulated phones. */
@RestController
@RequestMapping("/api/settings/sms")
final class SmsController {
    private static final TextualType PHONE = new TextualType(TextualType.Form.PHONE, 40);

    private final Texter texter;
    private final SmsQueue queue;
    private final SimulatedPhones phones;
    private final Access access;

    SmsController(Texter texter, SmsQueue queue, SimulatedPhones phones, Access access) {
        this.texter = texter;
        this.queue = queue;
        this.phones = phones;
        this.access = access;
    }

    /** @param givenUp it is not tried any more */
    record Shown(
            long id,
            String mobile,
            boolean givenUp,
            int attempts,
            @Nullable String error,
            Instant createdAt) {
        static Shown of(SmsQueue.Failed sms, Language language) {
            return new Shown(
                    sms.id(),
                    sms.mobile(),
                    sms.givenUp(),
                    sms.attempts(),
                    KeptMessage.in(sms.error(), language),
                    sms.createdAt());
        }
    }

    /** Sends a message to a mobile, on the account as it is saved. */
    @PostMapping("/test")
    Map<String, String> test(Actor actor, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        String mobile = body.required("mobile", PHONE).orElse("");
        if (!mobile.isEmpty() && !MobileNumber.is(mobile)) {
            body.refuse("mobile", Message.of("sms.notMobile"));
        }
        body.done();
        texter.test(mobile);
        return Map.of("to", mobile);
    }

    @GetMapping("/failed")
    Map<String, List<Shown>> failed(Actor actor, Language language) {
        access.requireAdministrator(actor);
        return Map.of(
                "items",
                queue.failed().stream().map(sms -> Shown.of(sms, language)).toList());
    }

    @GetMapping("/simulated")
    Map<String, List<SimulatedPhones.Received>> simulated(Actor actor) {
        access.requireAdministrator(actor);
        return Map.of("items", phones.received());
    }
}
