package hengke.web.automation;

import hengke.automation.Automation;
import hengke.automation.CallAddresses;
import hengke.automation.Calls;
import hengke.automation.LiveAutomations;
import hengke.automation.PressButtons;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.web.BaseUrl;
import hengke.web.Body;
import hengke.web.records.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Automations that begin when somebody asks for it: buttons on records, and addresses for other programs. */
@RestController
@RequestMapping("/api/workflows")
final class BeginningsController {
    private static final int SHOWN = 50;
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);

    private final PressButtons buttons;
    private final Calls calls;
    private final CallAddresses addresses;
    private final LiveAutomations automations;
    private final Reading reading;
    private final Access access;
    private final BaseUrl base;

    BeginningsController(
            PressButtons buttons,
            Calls calls,
            CallAddresses addresses,
            LiveAutomations automations,
            Reading reading,
            Access access,
            BaseUrl base) {
        this.buttons = buttons;
        this.calls = calls;
        this.addresses = addresses;
        this.automations = automations;
        this.reading = reading;
        this.access = access;
        this.base = base;
    }

    /** A button on a record. */
    record ButtonJson(long id, String name) {}

    /** The buttons somebody has on a record. */
    record ButtonsJson(List<ButtonJson> items) {}

    /** The run that began. */
    record PressedJson(long run) {}

    /** An address, which is never shown again. */
    record AddressJson(String address) {}

    /** A request that came, and what became of it. */
    record CallJson(
            long id,
            Instant at,
            String outcome,
            @Nullable Long record,
            @Nullable String note,
            String body) {}

    /** @param address is there one? */
    record CallsJson(boolean address, List<CallJson> items) {}

    @GetMapping("/buttons/{object}/{record}")
    ButtonsJson buttons(Actor actor, @PathVariable("object") String name, @PathVariable("record") long record) {
        ObjectDefinition object = reading.object(actor, name);
        reading.row(actor, object, record);
        return new ButtonsJson(buttons.offered(actor, object, record).stream()
                .map(each -> new ButtonJson(each.id(), each.name()))
                .toList());
    }

    @PostMapping("/{id}/press")
    PressedJson press(
            Actor actor,
            @PathVariable("id") long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String press,
            @RequestBody ObjectNode asked) {
        Body body = new Body(asked);
        long record = body.required("record", ID).orElse(0L);
        body.done();
        Automation automation = automations.find(id).orElseThrow(Refusal.NotFound::new);
        ObjectDefinition object = reading.object(actor, automation.object());
        reading.row(actor, object, record);
        return new PressedJson(buttons.press(
                actor,
                object,
                automation,
                record,
                press == null ? UUID.randomUUID().toString() : press));
    }

    @PostMapping("/{id}/address")
    AddressJson address(Actor actor, @PathVariable("id") long id, HttpServletRequest request) {
        access.requireAdministrator(actor);
        return new AddressJson(base.link("/api/public/workflows/" + addresses.make(actor, id), request));
    }

    @GetMapping("/{id}/calls")
    CallsJson calls(Actor actor, Language language, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        if (automations.find(id).isEmpty()) {
            throw new Refusal.NotFound();
        }
        return new CallsJson(
                addresses.made(id),
                calls.last(id, SHOWN).stream()
                        .map(each -> new CallJson(
                                each.id(),
                                each.at(),
                                each.outcome(),
                                each.record(),
                                KeptMessage.in(each.note(), language),
                                each.body()))
                        .toList());
    }
}
