package hengke.capability.approval.flow;

import hengke.capability.approval.flow.Node.Ask;
import hengke.capability.approval.flow.Node.Empty;
import hengke.capability.approval.flow.Node.Late;
import hengke.capability.approval.flow.Node.Mode;
import hengke.capability.approval.flow.Node.Self;
import hengke.capability.flow.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** Flows for tests: the one a test asks for, or any. */
final class Flows {
    private Flows() {}

    static Flow of(Node... nodes) {
        return new Flow(List.of(nodes), Flow.Repeats.ASK, Flow.Withdrawable.WHILE_RUNNING, Flow.Revocable.NEVER);
    }

    static Ask ask(String id, Mode mode, long... people) {
        return new Ask(
                id,
                id,
                new Approvers.People(Arrays.stream(people).boxed().toList()),
                mode,
                60,
                Empty.ADMINISTRATORS,
                null,
                Self.SKIP,
                null,
                null,
                List.of(),
                List.of("amount"),
                List.of());
    }

    static Node.Together together(String id, Way<Node>... ways) {
        return new Node.Together(id, id, List.of(ways));
    }

    static Node.Choice choice(String id, Way<Node>... ways) {
        return new Node.Choice(id, id, List.of(ways));
    }

    static Way<Node> way(@Nullable String condition, Node... nodes) {
        return new Way<>("w", "w", condition == null ? null : StringNode.valueOf(condition), List.of(nodes));
    }

    static Flow any(Random random) {
        int[] last = {0};
        return new Flow(
                nodes(random, last, 0),
                pick(random, Flow.Repeats.values()),
                pick(random, Flow.Withdrawable.values()),
                pick(random, Flow.Revocable.values()));
    }

    private static List<Node> nodes(Random random, int[] last, int depth) {
        List<Node> nodes = new ArrayList<>();
        int many = 1 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            String id = "n" + ++last[0];
            int kind = random.nextInt(depth > 1 ? 6 : 10);
            if (kind < 5) {
                nodes.add(any(random, id));
            } else if (kind == 5) {
                nodes.add(new Node.Copy(id, id, new Approvers.People(List.of(2L, 3L))));
            } else if (kind == 9 || kind == 0 && depth > 1) {
                nodes.add(new Node.Wait(id, id, 2, pick(random, Node.Wait.Unit.values())));
            } else {
                List<Way<Node>> ways = new ArrayList<>();
                for (int way = 0; way < 2 + random.nextInt(2); way++) {
                    String condition = random.nextInt(3) == 0 ? "c" + random.nextInt(3) : null;
                    ways.add(new Way<>(
                            id + "w" + way,
                            "",
                            condition == null ? null : StringNode.valueOf(condition),
                            nodes(random, last, depth + 1)));
                }
                nodes.add(kind == 6 ? new Node.Choice(id, id, ways) : new Node.Together(id, id, ways));
            }
        }
        return nodes;
    }

    private static Ask any(Random random, String id) {
        List<Long> people = new ArrayList<>();
        int many = random.nextInt(5);
        for (int i = 0; i < many; i++) {
            people.add(1L + random.nextInt(10));
        }
        Approvers approvers = switch (random.nextInt(6)) {
            case 5 ->
                new Approvers.Next(random.nextBoolean() ? List.of() : List.of(2L, 3L, 4L, 6L), random.nextBoolean());
            case 0 -> new Approvers.Superiors(3, null);
            case 1 -> new Approvers.Superior(1 + random.nextInt(2));
            default -> new Approvers.People(people);
        };
        return new Ask(
                id,
                id,
                approvers,
                pick(random, Mode.values()),
                20 + random.nextInt(80),
                pick(random, Empty.values()),
                4L,
                pick(random, Self.values()),
                random.nextInt(4) == 0 ? random.nextBoolean() ? Node.START : "n1" : null,
                random.nextInt(3) == 0 ? new Late(8, pick(random, Late.Then.values())) : null,
                List.of(),
                random.nextBoolean() ? List.of("amount", "day") : List.of(),
                List.of());
    }

    static <T> T pick(Random random, T[] of) {
        return of[random.nextInt(of.length)];
    }
}
