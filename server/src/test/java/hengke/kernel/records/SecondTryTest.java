package hengke.kernel.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.testing.RunningApplication;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** In the running product, too, the writer tries again what the database has broken off. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondTryTest {
    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void after_a_deadlock_a_write_begins_anew() {
        AtomicInteger attempts = new AtomicInteger();
        String done = application.bean(Writer.class).inTransaction(transaction -> {
            if (attempts.incrementAndGet() < 3) {
                transaction.execute("do $$ begin raise exception 'broken off' using errcode = '40P01'; end $$");
            }
            return "done";
        });
        assertThat(done).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void whatever_else_is_wrong_is_said_at_once() {
        AtomicInteger attempts = new AtomicInteger();
        Writer writer = application.bean(Writer.class);
        assertThatThrownBy(() -> writer.inTransaction(transaction -> {
                    attempts.incrementAndGet();
                    return transaction.execute("select 1 / 0");
                }))
                .hasMessageContaining("division by zero");
        assertThat(attempts).hasValue(1);
    }
}
