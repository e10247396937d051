package hengke.capability.relation;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.Link;
import java.util.List;

/** A way in which records of two objects are tied together, each tie being one row of the object named here. */
public sealed interface Tie {
    /** The object whose rows are the ties. */
    ObjectDefinition object();

    /** What to call it on the wire. */
    String wire();

    Field<Long> near();

    Field<Long> far();

    ObjectDefinition nearObject();

    ObjectDefinition farObject();

    /** The fields that tell more about one tie. */
    List<Field<?>> told();

    default Link from(Row row) {
        return new Link(nearObject().name(), row.need(near()));
    }

    default Link to(Row row) {
        return new Link(farObject().name(), row.need(far()));
    }

    /** A record of its own that connects two others. */
    record Connection(
            ObjectDefinition object,
            Connects connects,
            ObjectDefinition nearObject,
            ObjectDefinition farObject,
            List<Field<?>> told)
            implements Tie {
        public Connection {
            told = List.copyOf(told);
        }

        @Override
        public String wire() {
            return object.name();
        }

        @Override
        public Field<Long> near() {
            return connects.from();
        }

        @Override
        public Field<Long> far() {
            return connects.to();
        }
    }

    /** A reference by which a record stands under another, or lives within it. */
    record Pointer(ObjectDefinition object, Field<Long> far, ObjectDefinition farObject, List<Field<?>> told)
            implements Tie {
        public Pointer {
            told = List.copyOf(told);
        }

        @Override
        public String wire() {
            return object.name() + "." + far.name();
        }

        @Override
        public Field<Long> near() {
            return SystemFields.ID;
        }

        @Override
        public ObjectDefinition nearObject() {
            return object;
        }
    }

    /** One tie there is. */
    record Knot(Tie tie, Row row) {
        public Link from() {
            return tie.from(row);
        }

        public Link to() {
            return tie.to(row);
        }

        /** The end that is not this one. */
        Link other(Link end) {
            return end.equals(from()) ? to() : from();
        }
    }
}
