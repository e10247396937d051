package hengke.kernel.query;

import static hengke.kernel.query.Library.BOOK;
import static hengke.kernel.query.Library.BRANCH;
import static hengke.kernel.query.Library.book;
import static hengke.kernel.query.Library.branch;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.problem.Message;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class SqlTextTest {
    private static final String HEAD = "select \"r0\".\"updated_at\" as \"_0\", \"r0\".\"id\" as \"_id\"";
    private static final String NEWEST = " order by \"_0\" desc, \"_id\" desc fetch next 51 rows only";

    @Test
    void without_a_limit_a_page_is_the_top_of_the_sort_index() {
        assertThat(page(Visibility.EVERYTHING))
                .isEqualTo(HEAD + ", \"r0\".\"id\", \"r0\".\"version\", \"r0\".\"title\" from \"book\" as \"r0\""
                        + " where \"r0\".\"deleted_at\" is null" + NEWEST);
    }

    @Test
    void one_owner_is_compared_by_equals() {
        assertThat(page(seen(Criterion.in(BOOK.keeper, List.of(7L)))))
                .contains("\"r0\".\"keeper\" = ?)")
                .doesNotContain("any", "lateral", "union");
    }

    @Test
    void each_of_few_owners_gives_its_own_newest() {
        assertThat(page(seen(Criterion.in(BOOK.keeper, List.of(7L, 8L)))))
                .contains("from unnest(cast(? as bigint[])) as \"each\" (\"value\") cross join lateral (" + HEAD
                        + " from \"book\" as \"r0\" where (\"r0\".\"keeper\" = \"each\".\"value\""
                        + " and \"r0\".\"deleted_at\" is null)" + NEWEST);
    }

    @Test
    void many_owners_are_a_filter_along_the_sort_index() {
        assertThat(page(seen(Criterion.in(
                        BOOK.keeper, LongStream.range(1, 300).boxed().toList()))))
                .contains("\"r0\".\"keeper\" = any (cast(? as bigint[]))")
                .doesNotContain("lateral");
    }

    @Test
    void each_reason_is_a_branch_with_its_own_order_and_limit() {
        String sql = page(seen(
                Criterion.is(BOOK.keeper, 7L),
                new Criterion.Through(BOOK.original, book(), Criterion.is(BOOK.keeper, 7L))));
        assertThat(sql)
                .contains("from ((" + HEAD + " from \"book\" as \"r0\" where (\"r0\".\"deleted_at\" is null"
                        + " and \"r0\".\"keeper\" = ?)" + NEWEST + ") union (" + HEAD)
                .contains("exists (select 1 as \"one\" from \"book\" as \"r1\" where"
                        + " (\"r1\".\"id\" = \"r0\".\"original\" and \"r1\".\"deleted_at\" is null"
                        + " and \"r1\".\"keeper\" = ?))")
                .doesNotContain(" or ");
    }

    @Test
    void few_parents_each_give_their_newest_and_many_are_a_condition_along_the_sort_index() {
        assertThat(page(seen(new Criterion.Through(BOOK.branch, branch(), Criterion.is(BRANCH.head, 7L)))))
                .startsWith("with \"parents0\" as (select \"r1\".\"id\" from \"branch\" as \"r1\" where"
                        + " (\"r1\".\"deleted_at\" is null and \"r1\".\"head\" = ?) fetch next 5001 rows only)")
                .contains("from \"parents0\" cross join lateral (" + HEAD + " from \"book\" as \"r0\" where"
                        + " (\"parents0\".\"id\" = \"r0\".\"branch\" and \"r0\".\"deleted_at\" is null)" + NEWEST)
                .contains("where ((select count(*) from \"parents0\") <= ")
                .contains("not ((select count(*) from \"parents0\") <= ");
    }

    @Test
    void a_search_is_done_once_whatever_the_reasons() {
        Selection selection = Selection.of(
                        book(), seen(Criterion.is(BOOK.keeper, 7L), Criterion.is(BOOK.department, 7L)))
                .narrowed(row -> DSL.condition("searched({0})", row.id()));
        assertThat(DSL.using(SQLDialect.POSTGRES)
                        .render(new PageQuery(selection).select().orElseThrow()))
                .containsOnlyOnce("searched(")
                .doesNotContain("union");
    }

    @Test
    void an_or_at_the_top_of_a_reason_becomes_branches_too() {
        assertThat(page(seen(Criterion.any(Criterion.is(BOOK.keeper, 7L), Criterion.is(BOOK.department, 7L)))))
                .contains("union")
                .doesNotContain(" or ");
    }

    @Test
    void the_same_table_inside_itself_has_another_name() {
        Criterion translated = new Criterion.Through(
                BOOK.original, book(), new Criterion.Through(BOOK.original, book(), Criterion.is(BOOK.genre, "essay")));
        assertThat(sql(translated))
                .contains("\"r1\".\"id\" = \"r0\".\"original\"")
                .contains("\"r2\".\"id\" = \"r1\".\"original\"")
                .contains("\"r2\".\"genre\" = ?");
    }

    @Test
    void a_complement_of_children_is_not_exists() {
        Catalog.Child loans = Library.CATALOG.children(book()).stream()
                .filter(child -> child.object().name().equals("loan"))
                .findFirst()
                .orElseThrow();
        assertThat(sql(Criterion.not(new Criterion.Exists(loans, Criterion.ALWAYS))))
                .startsWith("not exists (select")
                .contains("\"r1\".\"book\"", "\"r1\".\"deleted_at\" is null");
    }

    @Test
    void an_empty_reference_is_asked_so_that_a_partial_index_serves() {
        assertThat(sql(Criterion.not(Criterion.present(BOOK.keeper)))).isEqualTo("\"r0\".\"keeper\" is null");
    }

    private static Visibility seen(Criterion... reasons) {
        return Visibility.of(Stream.of(reasons)
                .map(reason -> new Visibility.Reason(Message.of("query.limit"), reason))
                .toList());
    }

    private static String page(Visibility visibility) {
        Selection selection = Selection.of(book(), visibility).reading(List.of(BOOK.title));
        return DSL.using(SQLDialect.POSTGRES)
                .render(new PageQuery(selection).select().orElseThrow());
    }

    private static String sql(Criterion criterion) {
        return DSL.using(SQLDialect.POSTGRES).render(CriterionSql.of(criterion, Alias.of(book())));
    }
}
