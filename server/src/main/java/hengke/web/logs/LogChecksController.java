package hengke.web.logs;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.PageRight;
import hengke.kernel.audit.LogChecks;
import hengke.kernel.audit.LogChecks.Checked;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whether the logs still say what they said: checked in the background, for administrators. */
@RestController
@RequestMapping("/api/logs/checks")
final class LogChecksController {
    private final LogChecks checks;
    private final Access access;
    private final Who who;

    LogChecksController(LogChecks checks, Access access, Who who) {
        this.checks = checks;
        this.access = access;
        this.who = who;
    }

    @PostMapping
    ObjectNode begin(Actor actor) {
        access.requirePage(actor, PageRight.LOGS);
        return json(checks.ask(actor));
    }

    /** The newest check, or nothing. */
    @GetMapping("/latest")
    ObjectNode latest(Actor actor) {
        access.requirePage(actor, PageRight.LOGS);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        checks.latest().ifPresentOrElse(check -> answer.set("check", json(check)), () -> answer.putNull("check"));
        return answer;
    }

    private ObjectNode json(Checked check) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("id", check.id())
                .put("startedAt", check.startedAt().toString())
                .put(
                        "finishedAt",
                        check.finishedAt() == null ? null : check.finishedAt().toString());
        json.set("logs", check.outcomes());
        who.put(json, "by", check.actor());
        return json;
    }
}
