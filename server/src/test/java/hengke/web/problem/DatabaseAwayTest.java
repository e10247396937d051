package hengke.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
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
    void what_it_refuses_is_a_fault_like_any_other() {
        assertThat(Stream.of(
                        new DataAccessException("", DOUBLE),
                        new DuplicateKeyException("", DOUBLE),
                        new IllegalStateException()))
                .noneMatch(ProblemAdvice::away);
    }
}
