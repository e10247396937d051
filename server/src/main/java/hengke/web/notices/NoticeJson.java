package hengke.web.notices;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notice;
import hengke.web.records.Labels;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Notices as they go over the wire; of a record that the person may no longer see nothing is told. */
@Component
public final class NoticeJson {
    private final Labels labels;

    NoticeJson(Labels labels) {
        this.labels = labels;
    }

    public List<ObjectNode> of(Actor actor, List<Notice> notices) {
        Labels.Known known = labels.known(
                actor,
                notices.stream()
                        .filter(notice -> notice.about() != null)
                        .map(notice -> Objects.requireNonNull(notice.about()))
                        .toList(),
                List.of());
        return notices.stream().map(notice -> json(notice, known)).toList();
    }

    private static ObjectNode json(Notice notice, Labels.Known known) {
        Link about = notice.about();
        String label = about == null ? null : known.record(about);
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("id", notice.id())
                .put("kind", notice.kind())
                .put("at", notice.at().toString())
                .put("title", notice.title())
                .put("body", about == null || known.tells(about) ? notice.body() : null)
                .put("read", notice.read());
        if (about == null || label == null) {
            return json.putNull("record");
        }
        json.putObject("record")
                .put("object", about.object())
                .put("id", about.id())
                .put("label", label);
        return json;
    }
}
