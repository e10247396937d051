package hengke.kernel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Option;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ObjectIndexesTest {
    /** Something to do until a day. */
    private static final class Errand extends BusinessObject {
        final Field<String> name = text("name").label("名称", "Name").title();
        final Field<LocalDate> day =
                date("dueDate").label("日期", "Day").indexedAmong("state", List.of("open", "don't know"));
        final Field<String> state =
                choice("state", Option.of("open", "未完成", "Open")).label("状态", "State");
        final Field<Long> helper = user("helper").label("帮手", "Helper");
        final Field<Long> of = reference("of", "errand").label("属于", "Of").indexedWithout(helper);

        Errand() {
            super("errand", "差事", "Errand", "Errands");
        }
    }

    @Test
    void what_is_looked_for_in_a_part_of_the_records_has_an_index_of_that_part() {
        List<String> bodies = ObjectIndexes.of(Catalog.of(new Errand()).object("errand")).stream()
                .map(Layout.Index::body)
                .toList();
        assertThat(bodies)
                .contains(
                        "using btree (\"due_date\", \"id\") where \"deleted_at\" is null",
                        "using btree (\"due_date\", \"id\") where \"deleted_at\" is null"
                                + " and \"state\" in ('open', 'don''t know')",
                        "using btree (\"of\", \"updated_at\" desc, \"id\" desc) where \"deleted_at\" is null"
                                + " and \"helper\" is null");
    }
}
