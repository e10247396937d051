package hengke.web.calendar;

import hengke.capability.appointment.Calendars;
import hengke.capability.owner.Owned;
import hengke.capability.task.Task;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Check;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.SortKey;
import hengke.web.records.Reading;
import hengke.web.records.RecordJson;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Tasks that are still to be done, laid into the calendar where they are due. */
@Component
final class DueTasks {
    private final Task task;
    private final Reading reading;
    private final Access access;
    private final Pages pages;
    private final RecordJson json;

    DueTasks(Task task, Reading reading, Access access, Pages pages, RecordJson json) {
        this.task = task;
        this.reading = reading;
        this.access = access;
        this.pages = pages;
        this.json = json;
    }

    List<ObjectNode> of(Actor actor, Calendars.Window window) {
        ObjectDefinition object = reading.catalog().object(task.name());
        boolean told = access.may(actor, object, Verb.READ)
                && Stream.of(task.dueAt, task.status, Owned.OWNER)
                        .allMatch(field -> access.right(actor, object, field).atLeast(FieldRight.READ));
        if (!told) {
            return List.of();
        }
        List<Field<?>> shown = Stream.<Field<?>>of(
                        task.title, task.status, task.priority, task.dueAt, task.about, Owned.OWNER)
                .filter(field -> access.right(actor, object, field).atLeast(FieldRight.MASKED))
                .<Field<?>>map(field -> access.guard(actor).seen(object, field))
                .toList();
        Selection due = Selection.of(object, access.visibility(actor, object, Verb.READ))
                .where(Criterion.all(
                        Criterion.in(Owned.OWNER, window.people()),
                        Criterion.in(task.status, Task.OPEN),
                        new Criterion.Test(
                                task.dueAt,
                                new Check.Range(
                                        new Check.Bound(window.from(), true), new Check.Bound(window.until(), false)))))
                .sorted(List.of(new SortKey(task.dueAt, false)))
                .limit(Selection.MOST)
                .reading(shown);
        return json.of(actor, object, pages.page(due).rows(), shown);
    }
}
