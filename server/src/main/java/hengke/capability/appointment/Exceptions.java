package hengke.capability.appointment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The days on which series do not take place as their rule says: each has an appointment of its own, or is cancelled. */
@Component
public final class Exceptions {
    private final Appointment appointment;

    Exceptions(Appointment appointment) {
        this.appointment = appointment;
    }

    public Map<Long, Set<LocalDate>> days(DSLContext database, Collection<Long> series) {
        Map<Long, Set<LocalDate>> days = new HashMap<>();
        if (series.isEmpty()) {
            return days;
        }
        var its = field(name(appointment.series.column()), SQLDataType.BIGINT);
        var day = field(name(appointment.originalDay.column()), SQLDataType.LOCALDATE);
        database.select(its, day)
                .from(table(name(appointment.definition().table())))
                .where(
                        its.in(series),
                        day.isNotNull(),
                        field(name("deleted_at")).isNull())
                .forEach(row ->
                        days.computeIfAbsent(row.value1(), _ -> new HashSet<>()).add(row.value2()));
        return days;
    }

    Set<LocalDate> days(DSLContext database, long series) {
        return days(database, List.of(series)).getOrDefault(series, Set.of());
    }
}
