package hengke.web.exports;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.records.Operation;
import hengke.kernel.transfer.exporting.ExportJob;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Exports as they go over the wire. */
@Component
public final class ExportJson {
    private final LiveOrganisation organisation;

    ExportJson(LiveOrganisation organisation) {
        this.organisation = organisation;
    }

    public ObjectNode of(ExportJob job, Language language) {
        Operation operation = job.operation();
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("id", job.id())
                .put("operation", operation.id())
                .put("label", operation.label())
                .put("source", job.source())
                .put("object", job.object())
                .put("status", operation.status().wire())
                .put("format", job.format().wire())
                .put("encoding", job.encoding().wire())
                .put("rows", job.rows())
                .put("message", KeptMessage.in(operation.message(), language))
                .put("through", operation.through())
                .put("startedAt", job.at().toString())
                .put("finishedAt", text(operation.finishedAt()))
                .put("expiresAt", text(job.expiresAt()));
        json.set("asked", job.asked());
        ArrayNode columns = json.putArray("columns");
        job.columns().forEach(columns::add);
        json.putObject("progress").put("total", operation.total()).put("done", operation.done());
        if (job.fileSha256() == null) {
            json.putNull("file");
        } else {
            json.putObject("file")
                    .put("name", job.fileName())
                    .put("size", job.fileSize())
                    .put("sha256", job.fileSha256())
                    .put("available", job.file() != null);
        }
        json.putObject("by")
                .put("id", operation.actor())
                .put(
                        "label",
                        organisation
                                .get()
                                .person(operation.actor())
                                .map(person -> person.name())
                                .orElse(null));
        return json;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
