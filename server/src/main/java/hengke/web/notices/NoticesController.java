package hengke.web.notices;

import hengke.kernel.access.Actor;
import hengke.kernel.notices.Notice;
import hengke.kernel.notices.Notices;
import hengke.kernel.problem.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One's own notices. */
@RestController
@RequestMapping("/api/notifications")
final class NoticesController {
    private static final int PAGE = 30;

    private final Notices notices;
    private final NoticeJson json;

    NoticesController(Notices notices, NoticeJson json) {
        this.notices = notices;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(
            Actor actor,
            @RequestParam(name = "unread", defaultValue = "false") boolean unread,
            @RequestParam(name = "after", required = false) @Nullable Long after) {
        List<Notice> found = notices.page(actor.user(), unread, after, PAGE);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.putArray("items").addAll(json.of(actor, found));
        answer.put("unread", notices.unread(actor.user()));
        return answer.put(
                "next", found.size() == PAGE ? Long.toString(found.getLast().id()) : null);
    }

    @PostMapping("/{id}/read")
    ObjectNode read(Actor actor, @PathVariable("id") long id) {
        if (!notices.read(actor.user(), id)) {
            throw new Refusal.NotFound();
        }
        return unread(actor);
    }

    @PostMapping("/read-all")
    ObjectNode readAll(Actor actor) {
        notices.readAll(actor.user());
        return unread(actor);
    }

    private ObjectNode unread(Actor actor) {
        return JsonMapper.shared().createObjectNode().put("unread", notices.unread(actor.user()));
    }
}
