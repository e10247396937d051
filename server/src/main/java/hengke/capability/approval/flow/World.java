package hengke.capability.approval.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the engine has to ask of the world outside. Everything else follows from the state and what is done. */
public interface World {
    /** Does the record fit? */
    boolean holds(JsonNode condition);

    /** Who is meant, in order, whether they are still here or not. */
    List<Long> people(long starter, Approvers approvers);

    /** Can this person be asked? */
    boolean active(long person);

    Optional<Long> superior(long person);

    /** Who leads the department of a person. */
    Optional<Long> head(long person);

    /** Those who look after what nobody else does. */
    List<Long> administrators();

    boolean administers(long person);

    /** Does the one act for the other now? */
    boolean actsFor(long person, long other);

    /** A lot: a number below this. */
    int lot(int below);

    Instant now();
}
