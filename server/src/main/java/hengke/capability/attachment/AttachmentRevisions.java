package hengke.capability.attachment;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Names an attachment after its file and counts its revisions. */
@Component
final class AttachmentRevisions implements Rule {
    private final Attachment attachment;

    AttachmentRevisions(Attachment attachment) {
        this.attachment = attachment;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(attachment.name());
    }

    @Override
    public void before(Batch batch) {
        Map<List<Object>, Long> last = new HashMap<>();
        for (Edit edit : batch.open()) {
            if (edit.action() != Action.CREATE) {
                continue;
            }
            List<Long> files = edit.after().get(attachment.file);
            Link about = edit.after().get(attachment.about);
            if (files == null || about == null) {
                continue; // refused as missing
            }
            if (files.size() != 1) {
                edit.refuse(attachment.file, Message.of("attachment.oneFile"));
                continue;
            }
            if (edit.after().get(attachment.fileName) == null) {
                edit.set(attachment.fileName, nameOf(batch, files.getFirst()));
            }
            String fileName = String.valueOf(edit.after().get(attachment.fileName));
            String category = String.valueOf(edit.after().get(attachment.category));
            long next = last.merge(
                    List.of(about, category, fileName),
                    latest(batch, about, category, fileName) + 1,
                    (one, _) -> one + 1);
            edit.set(attachment.revision, next);
        }
    }

    private static String nameOf(Batch batch, long file) {
        String found = batch.database()
                .select(field(name("name"), String.class))
                .from(table(name("file")))
                .where(field(name("id"), Long.class).eq(file))
                .fetchOneInto(String.class);
        return found == null ? "" : found;
    }

    private static long latest(Batch batch, Link about, String category, String fileName) {
        org.jooq.Field<Long> revision = coalesce(max(field(name("revision"), Long.class)), inline(0L));
        Long latest = batch.database()
                .select(revision)
                .from(table(name("attachment")))
                .where(field(name("about_object"), String.class).eq(about.object()))
                .and(field(name("about_id"), Long.class).eq(about.id()))
                .and(field(name("category"), String.class).eq(category))
                .and(field(name("name"), String.class).eq(fileName))
                .and(field(name("deleted_at")).isNull())
                .fetchOneInto(Long.class);
        return latest == null ? 0 : latest;
    }
}
