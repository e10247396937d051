package hengke.web.automation;

import hengke.automation.AutomationChanges;
import hengke.automation.RehearsePlan;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.web.records.Reading;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rehearsals, as somebody may see what they are about. */
@Component
final class Rehearsing {
    private final RehearsePlan rehearsal;
    private final Reading reading;
    private final LiveCatalog catalog;

    Rehearsing(RehearsePlan rehearsal, Reading reading, LiveCatalog catalog) {
        this.rehearsal = rehearsal;
        this.reading = reading;
        this.catalog = catalog;
    }

    WorkflowJson.RehearsalJson of(
            Actor actor, Language language, ObjectDefinition object, AutomationChanges.Wanted wanted, long record) {
        reading.row(actor, object, record);
        RehearsePlan.Result result = rehearsal.of(object, wanted, record);
        return new WorkflowJson.RehearsalJson(
                result.fits(),
                result.steps().stream().map(taken -> json(taken, language)).toList());
    }

    private WorkflowJson.RehearsedJson json(RehearsePlan.Taken taken, Language language) {
        return new WorkflowJson.RehearsedJson(
                taken.step().id(),
                taken.step().kind(),
                taken.step().name(),
                taken.outcome(),
                taken.way(),
                KeptMessage.in(taken.note(), language),
                taken.until(),
                taken.written().stream().map(each -> json(each, language)).toList(),
                taken.sends());
    }

    private WorkflowJson.WrittenJson json(RehearsePlan.Written written, Language language) {
        List<WorkflowJson.BecameJson> values = written.values().stream()
                .map(became -> {
                    Field<?> field = became.field();
                    return new WorkflowJson.BecameJson(
                            field.name(), field.label().in(language), became.before(), became.after());
                })
                .toList();
        String label = catalog.current().object(written.object()).label().in(language);
        return new WorkflowJson.WrittenJson(written.object(), label, written.id(), values);
    }
}
