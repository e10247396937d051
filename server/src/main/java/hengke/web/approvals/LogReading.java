package hengke.web.approvals;

import hengke.capability.approval.Approval;
import hengke.capability.approval.Approvals;
import hengke.capability.approval.flow.Node;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.web.Labelled;
import hengke.web.approvals.ApprovalJson.DoneJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was done in an approval, as far as its reader sees what it was about. */
@Component
class LogReading {
    private final Approvals approvals;
    private final ShownFields shown;
    private final FilesOfActions files;
    private final LiveOrganisation organisation;

    LogReading(Approvals approvals, ShownFields shown, FilesOfActions files, LiveOrganisation organisation) {
        this.approvals = approvals;
        this.shown = shown;
        this.files = files;
        this.organisation = organisation;
    }

    List<DoneJson> of(
            Actor actor,
            Language language,
            Approval approval,
            ObjectDefinition object,
            boolean opens,
            ShownFields.Granted granted) {
        Organisation now = organisation.get();
        List<DoneJson> log = new ArrayList<>();
        List<Approvals.Done> actions = approvals.actions(approval.id());
        Map<Long, ApprovalJson.FileJson> attached = files.of(actions);
        for (Approvals.Done done : actions) {
            List<Labelled> people = new ArrayList<>();
            for (JsonNode each : done.details().path("people")) {
                people.add(Labelled.person(now, each.longValue()));
            }
            String node = done.node();
            JsonNode to = done.details().path("to");
            String detail = to.isString()
                    ? to.asString().equals(Node.START)
                            ? Node.START
                            : approval.node(to.asString()).map(Node::name).orElse("")
                    : done.details().path("why").isString()
                            ? done.details().path("why").asString()
                            : done.details().path("where").isString()
                                    ? done.details().path("where").asString()
                                    : null;
            log.add(new DoneJson(
                    done.id(),
                    done.at(),
                    done.person() > 0 ? Labelled.person(now, done.person()) : null,
                    Labelled.personOrNull(now, done.actingFor()),
                    done.kind(),
                    node == null ? null : approval.node(node).map(Node::name).orElse(null),
                    done.comment(),
                    done.files().stream()
                            .flatMap(file -> Stream.ofNullable(attached.get(file)))
                            .toList(),
                    people,
                    detail,
                    changes(actor, language, approval, object, opens, granted, done.details())));
        }
        return log;
    }

    /** What was kept before both values were kept ended with the record as it is known now. */
    private List<ApprovalJson.FieldJson> changes(
            Actor actor,
            Language language,
            Approval approval,
            ObjectDefinition object,
            boolean opens,
            ShownFields.Granted granted,
            ObjectNode details) {
        if (!(details.path("was") instanceof ObjectNode was)) {
            return List.of();
        }
        ObjectNode became = details.path("became") instanceof ObjectNode after ? after : approval.snapshot();
        return shown.changes(actor, language, approval, object, opens, granted, was, became);
    }
}
