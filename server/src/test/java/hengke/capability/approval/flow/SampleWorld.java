package hengke.capability.approval.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A small company: 1 is at the top and administers, everybody else reports to half their number. */
final class SampleWorld implements World {
    final Set<Long> gone = new HashSet<>();
    final Set<String> holding = new HashSet<>();
    final Map<Long, Long> actingFor = new HashMap<>();
    Instant now = Instant.parse("2026-03-02T01:00:00Z");
    int lot;

    @Override
    public boolean holds(JsonNode condition) {
        return holding.contains(condition.asString());
    }

    @Override
    public List<Long> people(long starter, Approvers approvers) {
        return switch (approvers) {
            case Approvers.People(List<Long> people) -> people;
            case Approvers.Starter _ -> List.of(starter);
            case Approvers.Superior(int level) -> {
                long person = starter;
                for (int up = 0; up < level; up++) {
                    person /= 2;
                }
                yield person == 0 ? List.of() : List.of(person);
            }
            case Approvers.Superiors(int levels, Long _) -> {
                List<Long> chain = new ArrayList<>();
                for (long person = starter / 2; person > 0 && chain.size() < levels; person /= 2) {
                    chain.add(person);
                }
                yield chain;
            }
            case Approvers.Role _,
                    Approvers.InGroup _,
                    Approvers.Head _,
                    Approvers.Chosen _,
                    Approvers.Next _,
                    Approvers.Named _ -> List.of();
        };
    }

    @Override
    public boolean active(long person) {
        return person > 0 && !gone.contains(person);
    }

    @Override
    public Optional<Long> superior(long person) {
        return Optional.of(person / 2).filter(this::active);
    }

    @Override
    public Optional<Long> head(long person) {
        return Optional.of(1L).filter(this::active);
    }

    @Override
    public List<Long> administrators() {
        return List.of(1L);
    }

    @Override
    public boolean administers(long person) {
        return person == 1;
    }

    @Override
    public boolean actsFor(long person, long other) {
        return actingFor.getOrDefault(person, -1L) == other;
    }

    @Override
    public int lot(int below) {
        return lot++ % below;
    }

    @Override
    public Instant now() {
        return now;
    }
}
