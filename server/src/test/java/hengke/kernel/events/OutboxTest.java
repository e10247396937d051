package hengke.kernel.events;

import static hengke.kernel.events.Recorder.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final TestDatabase database = TestDatabase.migrated();
    private final DSLContext dsl = database.dsl();
    private final Recorder recorder = new Recorder();
    private final Subscription<Recorder.Note> subscription = new Subscription<>(recorder);
    private final ParkedEvents parked = new ParkedEvents(dsl);

    @BeforeEach
    void subscribe() {
        subscription.register(dsl);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void an_event_is_heard_when_its_transaction_commits_and_only_once() {
        Outbox.publish(dsl, note("kept"));
        assertThatThrownBy(() -> dsl.transaction(undone -> {
                    Outbox.publish(undone.dsl(), note("undone"));
                    throw new IllegalStateException("roll back");
                }))
                .hasMessage("roll back");

        advance();
        advance();

        assertThat(recorder.heard()).containsExactly("kept");
    }

    @Test
    void what_happened_before_a_subscriber_existed_is_not_told() {
        var late = new Recorder();
        dsl.execute("delete from event_subscriber");
        Outbox.publish(dsl, note("before"));
        var subscriptionOfLate = new Subscription<>(late);
        subscriptionOfLate.register(dsl);
        Outbox.publish(dsl, note("after"));

        subscriptionOfLate.advance(dsl);

        assertThat(late.heard()).containsExactly("after");
    }

    @Test
    void an_event_with_a_lower_number_that_commits_later_is_not_lost() throws Exception {
        try (Connection slow = database.dataSource().getConnection()) {
            slow.setAutoCommit(false);
            Outbox.publish(DSL.using(slow, SQLDialect.POSTGRES), note("slow"));
            Outbox.publish(dsl, note("quick"));
            advance();
            assertThat(recorder.heard()).containsExactly("quick");

            slow.commit();
        }
        advance();
        assertThat(recorder.heard()).containsExactly("quick", "slow");
    }

    @Test
    void more_than_a_batch_arrives_complete_and_in_order() {
        List<String> texts = IntStream.range(0, 1200).mapToObj(String::valueOf).toList();
        Outbox.publish(dsl, texts.stream().map(Recorder::note).toList());

        advance();

        assertThat(recorder.heard()).isEqualTo(texts);
    }

    @Test
    void a_bad_event_holds_up_only_the_later_ones_of_its_record() {
        recorder.refuse(text -> text.startsWith("bad"));
        Outbox.publish(dsl, List.of(note("bad", 1), note("after bad", 1), note("other", 2), note("no record")));

        advance();
        assertThat(recorder.heard()).containsExactly("other", "no record");

        recorder.refuse(_ -> false);
        Outbox.publish(dsl, note("last", 1));
        makeDue();
        advance();
        makeDue();
        advance();
        assertThat(recorder.heard()).containsExactly("other", "no record", "bad", "after bad", "last");
    }

    @Test
    void an_event_that_fails_time_and_again_is_parked_with_its_error_and_may_be_sent_on_later() {
        recorder.refuse(text -> text.equals("bad"));
        Outbox.publish(dsl, List.of(note("bad", 1), note("behind", 1)));
        for (int attempt = 0; attempt < 8; attempt++) {
            makeDue();
            advance();
        }
        assertThat(recorder.heard()).containsExactly("behind");
        assertThat(parked.all()).singleElement().satisfies(event -> {
            assertThat(event.subscriber()).isEqualTo("recorder");
            assertThat(event.error()).isEqualTo("IllegalStateException: refused");
        });

        recorder.refuse(_ -> false);
        parked.retry("recorder", parked.all().getFirst().event());
        advance();
        assertThat(recorder.heard()).containsExactly("behind", "bad");
        assertThat(parked.all()).isEmpty();
    }

    @Test
    void an_event_whose_payload_cannot_be_read_does_not_stop_the_others() {
        Outbox.publish(dsl, List.of(note("broken"), note("fine")));
        dsl.execute("update outbox set payload = '[1]' where payload->>'text' = 'broken'");

        advance();

        assertThat(recorder.heard()).containsExactly("fine");
        assertThat(dsl.fetchValue("select count(*) from event_retry")).isEqualTo(1L);
    }

    @Test
    void after_a_move_to_a_cluster_with_lower_transaction_numbers_nothing_is_lost() {
        dsl.execute("update event_subscriber set seen = '9000000000:9000000000:'");
        Outbox.publish(dsl, note("written before the move"));
        dsl.execute("update outbox set written_by = '9000000000'");

        Dispatcher.mendForeignPositions(dsl);
        Outbox.publish(dsl, note("written after it"));
        advance();

        assertThat(recorder.heard()).containsExactly("written before the move", "written after it");
    }

    @Test
    void old_events_are_forgotten_but_not_those_that_are_parked() {
        recorder.refuse(text -> text.equals("bad"));
        Outbox.publish(dsl, List.of(note("bad"), note("good")));
        advance();
        dsl.execute("update outbox set at = now() - interval '15 days'");
        Outbox.publish(dsl, note("new"));

        OldEvents.forget(dsl);

        assertThat(dsl.fetch("select payload->>'text' from outbox order by id").getValues(0, String.class))
                .containsExactly("bad", "new");
    }

    private void advance() {
        boolean more = true;
        while (more) {
            more = subscription.advance(dsl);
        }
    }

    private void makeDue() {
        dsl.execute("update event_retry set next_attempt = now() - interval '1 second'");
    }
}
