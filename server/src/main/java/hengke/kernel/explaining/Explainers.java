package hengke.kernel.explaining;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everybody who can explain a value. */
@Component
public final class Explainers {
    private final List<Explainer> all;

    Explainers(ObjectProvider<Explainer> all) {
        this.all = all.orderedStream().toList();
    }

    /** Who explains this field; nobody explains what a person wrote. */
    public Optional<Explainer> of(ObjectDefinition object, Field<?> field) {
        return all.stream().filter(each -> each.explains(object, field)).findFirst();
    }
}
