package hengke.kernel.query;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Option;
import java.time.LocalDate;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An index of a part of the records serves a question about that part whatever plan the database keeps. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AmongSqlTest {
    private static final Errand ERRAND = new Errand();
    private static final ObjectDefinition OBJECT = Catalog.of(ERRAND).object("errand");

    /** Something to do until a day. */
    private static final class Errand extends BusinessObject {
        final Field<String> name = text("name").label("名称", "Name").title();
        final Field<LocalDate> day =
                date("dueDate").label("日期", "Day").indexedAmong("state", List.of("open", "don't know"));
        final Field<String> state = choice(
                        "state",
                        Option.of("open", "未完成", "Open"),
                        Option.of("don't know", "不清楚", "Unclear"),
                        Option.of("done", "完成", "Done"))
                .label("状态", "State");

        Errand() {
            super("errand", "差事", "Errand", "Errands");
        }
    }

    @Test
    void what_the_index_is_of_is_named() {
        assertThat(sql("open", "don't know")).isEqualTo("\"r0\".\"state\" in ('open', 'don''t know')");
        assertThat(sql("open")).isEqualTo("\"r0\".\"state\" in ('open')");
    }

    @Test
    void whatever_else_is_asked_for_is_bound() {
        assertThat(sql("open", "done")).doesNotContain("open", "done").contains("any");
        assertThat(sql("done")).isEqualTo("\"r0\".\"state\" = ?");
    }

    private static String sql(String... states) {
        return DSL.using(SQLDialect.POSTGRES)
                .render(CriterionSql.of(Criterion.in(ERRAND.state, List.of(states)), Alias.of(OBJECT)));
    }
}
