package hengke.kernel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.testing.TestDatabase;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BroadcastTest {
    private static final String CONNECTED = "(connected)";

    private final TestDatabase database = TestDatabase.fresh();
    private final DSLContext dsl = database.dsl();
    private final Broadcast here = new Broadcast(database::connect);
    private final Broadcast there = new Broadcast(database::connect);

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void a_message_reaches_the_listeners_of_its_channel_on_every_node() throws Exception {
        var heardHere = listening(here, "catalog");
        var heardThere = listening(there, "catalog");
        var other = listening(there, "stream");
        here.start();
        there.start();
        assertThat(next(heardHere)).isEqualTo(CONNECTED);
        assertThat(next(heardThere)).isEqualTo(CONNECTED);
        assertThat(next(other)).isEqualTo(CONNECTED);

        Broadcast.send(dsl, "catalog", "{\"version\":7,\"标签\":\"客户\"}");

        assertThat(next(heardHere)).isEqualTo("{\"version\":7,\"标签\":\"客户\"}");
        assertThat(next(heardThere)).isEqualTo("{\"version\":7,\"标签\":\"客户\"}");
        assertThat(other).isEmpty();
    }

    @Test
    void a_message_of_a_transaction_that_is_undone_is_never_heard() throws Exception {
        var heard = listening(here, "catalog");
        here.start();
        assertThat(next(heard)).isEqualTo(CONNECTED);

        assertThatThrownBy(() -> dsl.transaction(undone -> {
                    Broadcast.send(undone.dsl(), "catalog", "undone");
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        Broadcast.send(dsl, "catalog", "done");

        assertThat(next(heard)).isEqualTo("done");
    }

    @Test
    void after_a_break_it_connects_again_and_says_that_messages_may_be_lost() throws Exception {
        var heard = listening(here, "catalog");
        here.start();
        assertThat(next(heard)).isEqualTo(CONNECTED);

        database.breakConnections();

        assertThat(next(heard)).isEqualTo(CONNECTED);
        Broadcast.send(dsl, "catalog", "again");
        assertThat(next(heard)).isEqualTo("again");
    }

    @Test
    void a_listener_that_fails_does_not_keep_others_from_hearing() throws Exception {
        here.listen("catalog", _ -> {
            throw new IllegalStateException("a bug");
        });
        var heard = listening(here, "catalog");
        here.start();
        assertThat(next(heard)).isEqualTo(CONNECTED);

        Broadcast.send(dsl, "catalog", "one");

        assertThat(next(heard)).isEqualTo("one");
    }

    @Test
    void a_message_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> Broadcast.send(dsl, "catalog", "长".repeat(3000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BlockingQueue<String> listening(Broadcast broadcast, String channel) {
        var heard = new LinkedBlockingQueue<String>();
        broadcast.listen(channel, new Broadcast.Listener() {
            @Override
            public void heard(String message) {
                heard.add(message);
            }

            @Override
            public void mayHaveMissed() {
                heard.add(CONNECTED);
            }
        });
        return heard;
    }

    private static @Nullable String next(BlockingQueue<String> heard) throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }
}
