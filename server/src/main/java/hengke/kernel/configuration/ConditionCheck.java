package hengke.kernel.configuration;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.query.FormCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is wrong with a condition that forms are to answer. */
final class ConditionCheck {
    private ConditionCheck() {}

    static List<FieldError> errors(Catalog catalog, ObjectDefinition object, @Nullable JsonNode condition, String at) {
        if (condition == null) {
            return List.of();
        }
        try {
            FormCondition.read(catalog, object, condition, at);
            return List.of();
        } catch (Refusal.Invalid invalid) {
            return invalid.errors();
        } catch (Refusal refusal) {
            return List.of(FieldError.of(at, refusal.reason()));
        }
    }
}
