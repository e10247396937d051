package hengke.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import hengke.kernel.database.Database;
import hengke.testing.RunningApplication;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** A database that is away for a moment is no fault of the product, whoever says so: people are asked to try again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseAwayTest {
    private static final SQLException NO_CONNECTION = new SQLTransientConnectionException("all are in use");
    private static final SQLException SHUTS_DOWN = new SQLException("terminating connection", "57P01");
    private static final SQLException DOUBLE = new SQLException("duplicate key", "23505");

    @Test
    void it_is_away_in_whatever_exception_it_is_wrapped() {
        assertThat(Stream.of(
                        new DataAccessException("", NO_CONNECTION),
                        new CannotGetJdbcConnectionException("", NO_CONNECTION),
                        new CannotCreateTransactionException("", new DataAccessException("", NO_CONNECTION)),
                        new DataAccessException("", SHUTS_DOWN)))
                .allMatch(ProblemAdvice::away);
    }

    @Test
    void while_every_connection_is_taken_people_are_asked_to_come_again() throws Exception {
        try (var application = RunningApplication.start()) {
            HikariDataSource pool = application.bean(Database.class).dataSource();
            List<Connection> taken = new ArrayList<>();
            while (taken.size() < pool.getMaximumPoolSize()) {
                taken.add(pool.getConnection());
            }
            pool.setConnectionTimeout(250);
            HttpResponse<String> answer = application.get("/api/session", "Cookie", "hengke_session=" + "x".repeat(43));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(answer.body()).contains("databaseAway");
            for (Connection each : taken) {
                each.close();
            }
        }
    }

    @Test
    void what_it_refuses_is_a_fault_like_any_other() {
        assertThat(Stream.of(
                        new DataAccessException("", DOUBLE),
                        new DuplicateKeyException("", DOUBLE),
                        new IllegalStateException()))
                .noneMatch(ProblemAdvice::away);
    }
}
