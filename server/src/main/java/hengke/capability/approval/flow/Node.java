package hengke.capability.approval.flow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hengke.capability.flow.Branching;
import hengke.capability.flow.Way;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A step of a flow, or a place where it divides. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Node.Ask.class, name = "ask"),
    @JsonSubTypes.Type(value = Node.Copy.class, name = "copy"),
    @JsonSubTypes.Type(value = Node.Wait.class, name = "wait"),
    @JsonSubTypes.Type(value = Node.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = Node.Together.class, name = "together")
})
public sealed interface Node extends Branching<Node> {
    /** Where a return leads that goes back to whoever asked for the approval; no node is called so. */
    String START = "start";

    /**
     * Somebody is asked.
     *
     * @param mode how the words of several count
     * @param ratio how many of a hundred must agree, where the mode is a ratio
     * @param empty what happens when nobody is found
     * @param self what happens when the one who asks is among them
     * @param backTo where a refusal leads; null to end it
     * @param late what happens when nobody answers in time; null for nothing
     * @param shows fields that are shown to whoever is asked here, whatever else they may see
     * @param edits fields that whoever decides here may write while deciding, whatever else they may write
     * @param hides fields that are not shown to whoever is asked here, although they might see them
     */
    record Ask(
            String id,
            String name,
            Approvers approvers,
            Mode mode,
            int ratio,
            Empty empty,
            @Nullable Long emptyPerson,
            Self self,
            @Nullable String backTo,
            @Nullable Late late,
            List<String> shows,
            List<String> edits,
            List<String> hides)
            implements Node {
        public Ask {
            shows = List.copyOf(shows);
            edits = List.copyOf(Objects.requireNonNullElse(edits, List.of())); // flows drawn before there were any
            hides = List.copyOf(Objects.requireNonNullElse(hides, List.of()));
        }
    }

    /** Somebody is told, and nothing waits for them. */
    record Copy(String id, String name, Approvers approvers) implements Node {}

    /**
     * It goes on after some time.
     *
     * @param many so many of the unit
     */
    record Wait(String id, String name, int many, Unit unit) implements Node {
        /** Of what. */
        public enum Unit {
            WORKING_HOURS,
            /** At the same time of day. */
            WORKING_DAYS
        }
    }

    /** The first way whose condition holds is taken; none where none holds. */
    record Choice(String id, String name, List<Way<Node>> ways) implements Node {
        public Choice {
            ways = List.copyOf(ways);
        }
    }

    /** All ways whose conditions hold are taken at once; it goes on when all have come to their end. */
    record Together(String id, String name, List<Way<Node>> ways) implements Node {
        public Together {
            ways = List.copyOf(ways);
        }
    }

    /** How the words of several count. */
    enum Mode {
        /** All must agree; one refusal decides. */
        ALL,
        /** A part must agree. */
        RATIO,
        /** The first word decides. */
        ANY,
        /** All must agree, one after another. */
        IN_TURN,
        /** One of them, drawn by lot. */
        ONE
    }

    /** When nobody is found. */
    enum Empty {
        PASS,
        REJECT,
        PERSON,
        ADMINISTRATORS,
        SUPERIOR
    }

    /** When the one who asks would have to answer. */
    enum Self {
        ALLOW,
        SKIP,
        SUPERIOR,
        HEAD
    }

    /**
     * What happens when somebody does not answer in time.
     *
     * @param hours of working time
     */
    record Late(int hours, Then action) {
        /** What then. */
        public enum Then {
            REMIND,
            PASS,
            REJECT,
            SUPERIOR
        }
    }
}
