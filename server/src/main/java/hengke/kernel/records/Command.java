package hengke.kernel.records;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.query.Criterion;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Something people do with records that is more than new values: to claim, to merge, to convert. A bean of this kind is
 * a button, a call and a bulk act wherever an object it concerns is, and an operation that can be undone. A role must
 * allow it, and whoever runs it must see the records; the rest is the command's own to check, because what it writes is
 * written in the product's name.
 */
public interface Command {
    /** The name on the wire and in rights, e.g. {@code claim}. */
    String name();

    /** What the button says, e.g. 领取. */
    Label label();

    boolean concerns(ObjectDefinition object);

    /** What it asks for, as the fields of a form. */
    default List<Field<?>> input(ObjectDefinition object) {
        return List.of();
    }

    /** Is it to be asked with a warning? */
    default boolean dangerous() {
        return false;
    }

    /** The records on which it makes sense for this person; on any other, {@link #run} refuses and says why. */
    default Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.ALWAYS;
    }

    /**
     * Records it answers about although the person does not see them any more, e.g. because somebody else was first;
     * any other that is out of sight is not found.
     */
    default Criterion answersAbout(ObjectDefinition object, Actor actor) {
        return Criterion.NEVER;
    }

    /** The object of which it makes a record with which whoever runs it goes on. */
    default Optional<String> makes(ObjectDefinition object) {
        return Optional.empty();
    }

    /** Several records at once: each for itself, or all of them as one. */
    default Several several() {
        return Several.EACH;
    }

    /** What a command makes of several records. */
    enum Several {
        /** The same to each: one that is refused does not keep the others. */
        EACH,
        /** One thing out of all of them, wholly or not at all. */
        TOGETHER
    }

    /**
     * Does it, within the transaction of the run. Of a record that is refused nothing may have been written.
     *
     * @return for each record of the run, in its order, what became of it
     */
    List<Verdict> run(Run run);

    /**
     * One use of a command.
     *
     * @param records the ids, all seen by the caller
     * @param input what was asked for, of the right types, by the command's own fields
     * @param database the transaction
     * @param writing writes as part of the operation, in the product's name
     */
    record Run(
            ObjectDefinition object,
            Caller caller,
            Operation operation,
            List<Long> records,
            Row input,
            DSLContext database,
            Writing writing) {
        public Run {
            records = List.copyOf(records);
        }

        /** Locks its records, in the order of their ids: of two who run it at once the second sees what the first has made. */
        public void hold() {
            var id = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
            database.select(id)
                    .from(DSL.table(DSL.name(object.table())))
                    .where(id.eq(DSL.any(records.toArray(Long[]::new))))
                    .orderBy(id)
                    .forNoKeyUpdate()
                    .execute();
        }

        /** Writes records of the run's own object. */
        public List<Verdict> write(List<Draft> drafts) {
            return writing.write(object, drafts);
        }
    }

    /** Writes records of any object; a refused one is left out. */
    interface Writing {
        List<Verdict> write(ObjectDefinition object, List<Draft> drafts);
    }
}
