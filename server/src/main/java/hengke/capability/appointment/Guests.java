package hengke.capability.appointment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Who is asked to appointments, with their answers. */
@Component
public final class Guests {
    private final Participant participant;

    Guests(Participant participant) {
        this.participant = participant;
    }

    /** By appointment, the answer of each who is asked to it, in one statement. */
    public Map<Long, Map<Long, String>> of(DSLContext database, Collection<Long> appointments) {
        Map<Long, Map<Long, String>> guests = new HashMap<>();
        if (appointments.isEmpty()) {
            return guests;
        }
        var appointment = field(name(participant.appointment.column()), SQLDataType.BIGINT);
        var user = field(name(participant.user.column()), SQLDataType.BIGINT);
        var answer = field(name(participant.answer.column()), SQLDataType.CLOB);
        database.select(appointment, user, answer)
                .from(table(name(participant.definition().table())))
                .where(appointment.in(appointments))
                .and(field(name("deleted_at")).isNull())
                .orderBy(field(name("id")))
                .forEach(row -> guests.computeIfAbsent(row.value1(), _ -> new LinkedHashMap<>())
                        .put(row.value2(), row.value3()));
        return guests;
    }

    /** Those of the series come to each of its occurrences; an answer for the occurrence alone counts more. */
    static Map<Long, String> together(Map<Long, String> ofSeries, Map<Long, String> own) {
        Map<Long, String> all = new LinkedHashMap<>(ofSeries);
        all.putAll(own);
        return all;
    }
}
