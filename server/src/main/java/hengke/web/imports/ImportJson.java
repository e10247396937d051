package hengke.web.imports;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.transfer.importing.ImportJob;
import hengke.kernel.transfer.importing.ImportJob.RowResult;
import hengke.kernel.transfer.importing.ImportVerdicts;
import hengke.kernel.transfer.importing.Target;
import hengke.web.records.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Imports as they go over the wire. */
@Component
public final class ImportJson {
    private static final int ROWS = 50;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Access access;
    private final Labels labels;
    private final DSLContext database;

    ImportJson(LiveCatalog catalog, LiveOrganisation organisation, Access access, Labels labels, DSLContext database) {
        this.catalog = catalog;
        this.organisation = organisation;
        this.access = access;
        this.labels = labels;
        this.database = database;
    }

    /** The import as a line of a list. */
    public ObjectNode summary(ImportJob job, Language language) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", job.id())
                .put("object", job.object())
                .put("status", job.status().wire())
                .put("dryRun", job.dryRun())
                .put("mode", job.mode().name().toLowerCase(Locale.ROOT))
                .put("onDuplicate", job.onDuplicate().name().toLowerCase(Locale.ROOT))
                .put("operation", job.operation())
                .put("message", KeptMessage.in(job.message(), language))
                .put("startedAt", job.startedAt().toString())
                .put(
                        "finishedAt",
                        job.finishedAt() == null ? null : job.finishedAt().toString());
        ArrayNode keys = json.putArray("key");
        job.keys().forEach(keys::add);
        ObjectNode file = json.putObject("file").put("name", job.fileName()).put("size", job.fileSize());
        for (String part :
                List.of("format", "encoding", "delimiter", "sheet", "sheets", "headerRow", "rows", "skipped")) {
            file.set(part, job.layout().path(part));
        }
        ImportJob.Progress progress = job.progress();
        json.putObject("progress")
                .put("total", progress.total())
                .put("done", progress.done())
                .put("created", progress.created())
                .put("updated", progress.updated())
                .put("skipped", progress.skipped())
                .put("marked", progress.marked())
                .put("failed", progress.failed());
        json.putObject("by")
                .put("id", job.actor())
                .put(
                        "label",
                        organisation
                                .get()
                                .person(job.actor())
                                .map(person -> person.name())
                                .orElse(null));
        return json;
    }

    /** The import with its columns, possible targets and first rows. */
    ObjectNode whole(Actor actor, Language language, ImportJob job) {
        ObjectNode json = summary(job, language);
        ArrayNode columns = json.putArray("columns");
        job.layout().withArray("columns").forEach(column -> {
            ObjectNode shown = ((ObjectNode) column).deepCopy();
            shown.put("target", job.mapping().get(column.path("index").asInt()));
            columns.add(shown);
        });
        ArrayNode targets = json.putArray("targets");
        ObjectDefinition object = catalog.current().object(job.object());
        for (Target target : Target.of(access, catalog.current(), actor, object)) {
            ObjectDefinition of = target.child() == null
                    ? object
                    : Objects.requireNonNull(target.child()).object();
            targets.addObject()
                    .put("name", target.name())
                    .put("label", target.field().label().in(language))
                    .put(
                            "required",
                            target.child() == null
                                    && target.field().traits().is(Trait.REQUIRED)
                                    && target.field().traits().defaultValue() == null)
                    .put("group", of.label().in(language));
        }
        json.set("rows", rows(actor, language, job, ImportVerdicts.of(database, job.id(), null, 0, ROWS)));
        return json;
    }

    ArrayNode rows(Actor actor, Language language, ImportJob job, List<RowResult> results) {
        Labels.Known known = labels.known(
                actor,
                results.stream()
                        .filter(result -> result.record() != null)
                        .map(result -> new Link(job.object(), Objects.requireNonNull(result.record())))
                        .toList(),
                List.of());
        ArrayNode rows = JSON.createArrayNode();
        for (RowResult result : results) {
            ObjectNode row = rows.addObject()
                    .put("row", result.row())
                    .put("verdict", result.verdict().wire());
            row.set("values", result.content());
            Long record = result.record();
            if (record == null || job.dryRun() && result.verdict() == ImportJob.RowVerdict.CREATE) {
                row.putNull("record");
            } else {
                row.putObject("record").put("id", record).put("label", known.record(new Link(job.object(), record)));
            }
            ArrayNode errors = row.putArray("errors");
            result.errors()
                    .forEach(error -> errors.addObject()
                            .put("field", error.field().isEmpty() ? null : error.field())
                            .put("message", error.message().in(language)));
        }
        return rows;
    }
}
