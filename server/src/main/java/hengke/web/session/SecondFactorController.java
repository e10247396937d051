package hengke.web.session;

import hengke.kernel.access.Actor;
import hengke.kernel.identity.Identified;
import hengke.kernel.identity.SecondFactors;
import hengke.web.Body;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** One's own second step of signing in; never by a token. */
@RestController
@RequestMapping("/api/session/second-factor")
final class SecondFactorController {
    private final SecondFactors factors;

    SecondFactorController(SecondFactors factors) {
        this.factors = factors;
    }

    /** What an app needs: the text to type, and the picture to take, row by row. */
    record Begun(String secret, String address, List<String> picture) {}

    @GetMapping
    SecondFactors.State show(Identified.BySession session) {
        return factors.state(session.actor());
    }

    @PostMapping
    Begun begin(Identified.BySession session) {
        SecondFactors.Begun begun = factors.begin(session.actor());
        return new Begun(begun.secret(), begun.address(), QrCode.rows(begun.address()));
    }

    @PostMapping("/confirm")
    Map<String, List<String>> confirm(
            Identified.BySession session, @RequestBody ObjectNode json, HttpServletRequest request) {
        return Map.of("recoveryCodes", factors.confirm(session, code(json), SessionController.origin(request)));
    }

    @PostMapping("/recovery-codes")
    Map<String, List<String>> renew(
            Identified.BySession session, @RequestBody ObjectNode json, HttpServletRequest request) {
        Actor actor = session.actor();
        return Map.of(
                "recoveryCodes", factors.renewRecoveryCodes(actor, code(json), SessionController.origin(request)));
    }

    @PostMapping("/off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turnOff(Identified.BySession session, @RequestBody ObjectNode json, HttpServletRequest request) {
        factors.turnOff(session.actor(), code(json), SessionController.origin(request));
    }

    private static String code(ObjectNode json) {
        Body body = new Body(json);
        String code = body.required("code", Texts.NAME).orElse("");
        body.done();
        return code;
    }
}
