package hengke.kernel.events;

import static hengke.kernel.events.Recorder.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private final TestDatabase database = TestDatabase.migrated();
    private final DSLContext dsl = database.dsl();
    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(Node::close);
        database.close();
    }

    @Test
    void two_nodes_share_the_events_of_many_writers_and_keep_the_order_of_each_record() throws Exception {
        Node first = startNode();
        Node second = startNode();
        int writers = 4;
        int each = 250;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < writers; writer++) {
                int record = writer;
                pool.submit(() -> IntStream.range(0, each)
                        .forEach(number -> Outbox.publish(dsl, note(record + ":" + number, record))));
            }
        }

        await().until(() -> first.heard().size() + second.heard().size() == writers * each);

        assertThat(Stream.concat(first.heard().stream(), second.heard().stream()))
                .doesNotHaveDuplicates();
        assertThat(List.of(first, second))
                .allSatisfy(node -> IntStream.range(0, writers)
                        .forEach(record -> assertThat(numbersOf(record, node)).isSorted()));
    }

    @Test
    void a_node_whose_connection_breaks_while_it_handles_events_handles_them_again() {
        Node node = startNode();
        node.recorder.refuse(text -> breakConnectionsOnce(node));

        Outbox.publish(dsl, List.of(note("one"), note("two")));

        await().ignoreExceptions() // the pool may still hold connections that were broken
                .untilAsserted(() -> {
                    assertThat(node.heard()).contains("one", "two");
                    assertThat(dsl.fetchValue("select count(*) from event_retry"))
                            .isEqualTo(0L);
                });
    }

    @Test
    void what_a_stopped_node_left_is_taken_over_by_the_next() {
        Node stopped = startNode();
        Outbox.publish(dsl, note("one"));
        await().until(() -> stopped.heard().size() == 1);
        stopped.close();
        Outbox.publish(dsl, note("two"));

        Node next = startNode();

        await().until(() -> next.heard().size() == 1);
        assertThat(next.heard()).containsExactly("two");
    }

    private boolean breakConnectionsOnce(Node node) {
        node.recorder.refuse(_ -> false);
        database.breakConnections();
        return false;
    }

    private static List<Integer> numbersOf(int record, Node node) {
        return node.heard().stream()
                .filter(text -> text.startsWith(record + ":"))
                .map(text -> Integer.valueOf(text.substring(2)))
                .toList();
    }

    private Node startNode() {
        var node = new Node();
        nodes.add(node);
        return node;
    }

    /** What one running application has: a recorder, fed by its own dispatcher and broadcast. */
    private final class Node implements AutoCloseable {
        final Recorder recorder = new Recorder();
        final Broadcast broadcast = new Broadcast(database::connect);
        final Dispatcher dispatcher = new Dispatcher(dsl, broadcast, List.of(recorder));

        Node() {
            broadcast.start();
            dispatcher.start();
        }

        List<String> heard() {
            return recorder.heard();
        }

        @Override
        public void close() {
            dispatcher.close();
            broadcast.close();
        }
    }
}
