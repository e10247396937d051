package hengke.capability.portrait;

import hengke.kernel.explaining.Account;
import hengke.kernel.explaining.Explainer.Question;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.Setting;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * One thing that makes a record stand well or badly: between 0 and 1, with a reason. A bean of this kind counts in the
 * health of every portrayed object it concerns. Of what cannot be told it says nothing, and the others count more.
 */
public interface HealthFactor {
    /** A lasting name, letters only. */
    String name();

    Label label();

    boolean concerns(ObjectDefinition object);

    /** What it counts; 0: not at all. */
    Setting<Long> weight();

    /** What else the company may decide about it. */
    default List<Setting<?>> settings() {
        return List.of();
    }

    /** Records of other objects, apart from those that live within, a change of which changes what it says. */
    default List<Catalog.Child> movedBy(ObjectDefinition object) {
        return List.of();
    }

    /** What it says of each record, in SQL. */
    Said said(Scene scene);

    /** May the asker know everything it is made of? */
    boolean mayBeTold(Question question, Scene scene);

    /**
     * Why it says so.
     *
     * @param facts those of {@link Said#facts}
     */
    Reason reason(Question question, Record facts, Scene scene);

    /**
     * What is said of a record.
     *
     * @param value from 0 to 1; null where there is nothing to say
     * @param facts from which the reason is told
     * @param beside a table with a column {@code record} that is joined where it has the record's id
     */
    record Said(
            Field<BigDecimal> value,
            List<Field<?>> facts,
            @Nullable Table<?> beside) {
        public Said {
            facts = List.copyOf(facts);
        }
    }

    /** Why, and what it was made of. */
    record Reason(Message text, Account.@Nullable Records records) {}
}
