package hengke.capability.portrait;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.settings.Setting;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** Tells what counts as a sign of life now; which that is may follow from what the company decides. Declared as a bean. */
public interface InteractionSources {
    /** Those for records of an object. */
    List<InteractionSource> of(ObjectDefinition subject);

    /** By which the company says what their records weigh, whatever counts now. */
    Collection<Setting<BigDecimal>> settings();
}
