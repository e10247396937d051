package hengke.kernel.duplicates;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import hengke.kernel.text.Folding;
import java.util.List;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Remembers what a record was called, so that who types the old name is led to it. A slip that is undone is no name. */
final class FormerNames implements Rule {
    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.title().traits().is(Trait.IDENTIFYING);
    }

    @Override
    public void after(Batch batch) {
        Field<?> title = batch.object().title();
        List<Edit> renamed = batch.open().stream()
                .filter(edit -> edit.action() == Action.UPDATE && edit.changes(title))
                .toList();
        if (!renamed.isEmpty()) {
            remember(batch, title, renamed);
            forget(batch, title, renamed);
        }
    }

    private static void remember(Batch batch, Field<?> title, List<Edit> renamed) {
        List<Edit> meant = renamed.stream()
                .filter(edit -> edit.back() == null && edit.before().get(title) instanceof String)
                .toList();
        batch.database()
                .execute(
                        """
                        insert into former_name (object, record_id, name, written)
                        select {0}, each.* from unnest({1}, {2}, {3}) each
                        on conflict (object, record_id, name) do update set until = now()""",
                        DSL.val(batch.object().name()),
                        ids(meant),
                        texts(meant.stream()
                                .map(edit -> Folding.compact(
                                        String.valueOf(edit.before().get(title))))
                                .toList()),
                        texts(meant.stream()
                                .map(edit -> String.valueOf(edit.before().get(title)))
                                .toList()));
    }

    /** What it is called now is not what it was called. */
    private static void forget(Batch batch, Field<?> title, List<Edit> renamed) {
        batch.database()
                .execute(
                        """
                        delete from former_name f using unnest({1}, {2}) as now (record_id, name)
                        where f.object = {0} and f.record_id = now.record_id and f.name = now.name""",
                        DSL.val(batch.object().name()),
                        ids(renamed),
                        texts(renamed.stream()
                                .map(edit -> Folding.compact(
                                        String.valueOf(edit.after().get(title))))
                                .toList()));
    }

    private static org.jooq.Field<Long[]> ids(List<Edit> edits) {
        return DSL.val(edits.stream().map(edit -> edit.after().id()).toArray(Long[]::new), SQLDataType.BIGINT.array());
    }

    private static org.jooq.Field<String[]> texts(List<String> texts) {
        return DSL.val(texts.toArray(String[]::new), SQLDataType.CLOB.array());
    }
}
