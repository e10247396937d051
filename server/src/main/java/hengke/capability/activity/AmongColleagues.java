package hengke.capability.activity;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** With a product or an invoice nobody keeps in touch: what is written about it is said among colleagues. */
@Component
final class AmongColleagues implements Rule {
    private final Activity activity;
    private final LiveCatalog catalog;
    private final List<Field<?>> ofContact;

    AmongColleagues(Activity activity, LiveCatalog catalog) {
        this.activity = activity;
        this.catalog = catalog;
        this.ofContact = List.of(activity.contact, activity.nextContactAt, activity.outcome);
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(activity.name());
    }

    @Override
    public void before(Batch batch) {
        batch.open().stream()
                .filter(edit -> edit.action() == Action.CREATE || edit.action() == Action.UPDATE)
                .filter(edit -> onlyDiscussed(edit.after().get(activity.about)))
                .forEach(this::check);
    }

    private boolean onlyDiscussed(@Nullable Link about) {
        return about != null && !catalog.current().object(about.object()).has(Followed.class);
    }

    private void check(Edit edit) {
        if (edit.action() == Action.CREATE && !edit.asked(activity.kind)) {
            edit.set(activity.kind, Activity.NOTE);
        }
        if (!Activity.NOTE.equals(edit.after().get(activity.kind))) {
            edit.refuse(activity.kind, Message.of("activity.onlyNotes"));
        }
        ofContact.stream()
                .filter(field -> edit.after().get(field) != null)
                .forEach(field -> edit.refuse(field, Message.of("activity.notFollowed")));
    }
}
