package hengke.web.automation;

import hengke.automation.Calls;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.paper.StrangerLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where other programs begin automations. Whoever knows the address learns whether something began, and nothing about
 * records: why nothing did stands in the log.
 */
@RestController
@RequestMapping("/api/public/workflows")
final class CallsController {
    private static final int LARGEST = 64 << 10;
    private static final int LONGEST_ID = 200;

    private final Calls calls;
    private final StrangerLimit limit;

    CallsController(Calls calls, StrangerLimit limit) {
        this.calls = calls;
        this.limit = limit;
    }

    /** @param begun false where the same request began something before */
    record TakenJson(boolean begun) {}

    @PostMapping("/{secret}")
    TakenJson take(@PathVariable("secret") String secret, HttpServletRequest request) throws IOException {
        limit.admit(request);
        ObjectNode body = read(request.getInputStream().readNBytes(LARGEST + 1));
        String once = Optional.ofNullable(request.getHeader("webhook-id"))
                .orElseGet(() -> request.getHeader("Idempotency-Key"));
        Optional<Calls.Became> became = calls.take(secret, shortened(once), body);
        if (became.isEmpty()) {
            limit.missed(request);
            throw new Refusal.NotFound();
        }
        return switch (became.get()) {
            case BEGUN -> new TakenJson(true);
            case REPEATED -> new TakenJson(false);
            case NOTHING -> throw new Refusal.NotFound();
        };
    }

    private static @Nullable String shortened(@Nullable String once) {
        return once == null || once.isBlank() ? null : once.substring(0, Math.min(once.length(), LONGEST_ID));
    }

    private static ObjectNode read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new Refusal.TooLarge(Message.of("intake.tooLarge"));
        }
        try {
            if (JsonMapper.shared().readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            // said below
        }
        throw new Refusal.Unreadable(Message.of("automation.notJson"));
    }
}
