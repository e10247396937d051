package hengke.kernel.query;

import static hengke.kernel.query.Library.BOOK;
import static hengke.kernel.query.Library.BRANCH;
import static hengke.kernel.query.Library.book;
import static hengke.kernel.query.Library.branch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Selection.Counting;
import hengke.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private static final long SEED = Long.getLong("hengke.seed", new Random().nextLong());
    private static final Random RANDOM = new Random(SEED);
    private static TestDatabase database;
    private static Shelves shelves;
    private static Pages pages;

    @BeforeAll
    static void fill() {
        database = TestDatabase.from("library", it -> Library.createTables(it.dsl()));
        shelves = Shelves.filled(database.dsl(), RANDOM);
        pages = new Pages(database.dsl());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void pages_joined_are_the_whole_sorted_list_whatever_may_be_seen() {
        RandomVisibility visibilities = new RandomVisibility(RANDOM);
        for (int i = 0; i < 250; i++) {
            Visibility visibility = visibilities.next();
            List<SortKey> sort = sort();
            Selection selection = Selection.of(book(), visibility).sorted(sort).reading(List.of(BOOK.title));
            String what = "seed " + SEED + " round " + i + " " + sort + " " + visibility;
            List<Long> whole = ids(pages.page(selection.limit(Selection.MOST)));
            List<Long> joined = new ArrayList<>();
            String next = null;
            int size = RANDOM.nextInt(1, 20);
            do {
                Page page = pages.page(selection.limit(size).after(next));
                joined.addAll(ids(page));
                next = page.next();
            } while (next != null);
            CriterionMemory memory = new CriterionMemory(book(), shelves);
            assertThat(joined).as(what).isEqualTo(whole).doesNotHaveDuplicates();
            assertThat(whole)
                    .as(what)
                    .containsExactlyInAnyOrderElementsOf(shelves.rows(book()).stream()
                            .filter(row -> memory.holds(visibility.criterion(), row))
                            .map(Row::id)
                            .toList());
            assertThat(whole).as(what).isEqualTo(sortedAtOnce(sort, whole));
            assertThat(pages.count(selection.counting(Counting.EXACT)))
                    .as(what)
                    .isEqualTo(new Page.Count(whole.size(), true));
            assertThat(pages.count(selection.counting(Counting.CAPPED)))
                    .as(what)
                    .isEqualTo(new Page.Count(whole.size(), true));
            assertThat(pages.visible(
                            book(), visibility, LongStream.range(0, 100).boxed().toList()))
                    .as(what)
                    .containsExactlyInAnyOrderElementsOf(whole);
        }
    }

    @Test
    void text_is_sorted_by_pinyin_and_options_as_they_are_offered() {
        List<String> titles = pages
                .page(Selection.of(branch(), Visibility.EVERYTHING)
                        .sorted(List.of(new SortKey(BRANCH.name, false)))
                        .limit(Selection.MOST))
                .rows()
                .stream()
                .map(row -> row.get(BRANCH.name))
                .filter(name -> name != null)
                .toList();
        assertThat(titles)
                .isEqualTo(database.dsl()
                        .fetch("select name from branch where deleted_at is null and name is not null"
                                + " order by name collate \"zh-x-icu\"")
                        .getValues("name", String.class));
        assertThat(pages
                        .page(Selection.of(book(), Visibility.EVERYTHING)
                                .sorted(List.of(new SortKey(BOOK.genre, false)))
                                .limit(Selection.MOST))
                        .rows()
                        .stream()
                        .map(row -> row.get(BOOK.genre))
                        .distinct())
                .containsExactly("novel", "essay", "atlas", null);
    }

    @Test
    void rows_by_id_come_in_the_order_of_the_ids_and_only_what_may_be_seen() {
        Visibility visibility = Visibility.of(List.of(reason(Criterion.is(BOOK.keeper, 1L))));
        List<Long> asked =
                LongStream.rangeClosed(1, 90).map(i -> 91 - i).boxed().toList();
        List<Row> rows = pages.byIds(book(), visibility, asked, book().fields());
        assertThat(rows)
                .isEqualTo(shelves.rows(book()).reversed().stream()
                        .filter(row -> Long.valueOf(1).equals(row.get(BOOK.keeper)))
                        .toList());
        assertThat(pages.byIds(book(), Visibility.NOTHING, asked, book().fields()))
                .isEmpty();
        assertThat(pages.byIds(book(), Visibility.EVERYTHING, List.of(), book().fields()))
                .isEmpty();
    }

    @Test
    void the_recycle_bin_holds_only_what_was_deleted() {
        List<Long> bin = ids(pages.page(Selection.of(book(), Visibility.EVERYTHING)
                .limit(Selection.MOST)
                .inRecycleBin(true)));
        List<Long> living = shelves.rows(book()).stream().map(Row::id).toList();
        assertThat(bin).isNotEmpty().doesNotContainAnyElementsOf(living);
    }

    @Test
    void nothing_visible_is_no_statement_and_no_record() {
        Page page = pages.page(Selection.of(book(), Visibility.NOTHING).counting(Counting.CAPPED));
        assertThat(page).isEqualTo(new Page(List.of(), null, new Page.Count(0, true)));
    }

    @Test
    void a_condition_of_search_narrows_page_and_count() {
        Page page = pages.page(Selection.of(book(), Visibility.EVERYTHING)
                .narrowed(row -> row.id().le(5L))
                .counting(Counting.EXACT));
        assertThat(ids(page)).allMatch(id -> id <= 5);
        assertThat(page.count()).isEqualTo(new Page.Count(page.rows().size(), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "W10", "MjAyNg", "' or 1=1 --"})
    void a_made_up_cursor_is_refused(String cursor) {
        assertThatThrownBy(() ->
                        pages.page(Selection.of(book(), Visibility.EVERYTHING).after(cursor)))
                .isInstanceOf(Refusal.Unreadable.class);
    }

    @Test
    void a_changed_cursor_or_one_of_another_order_or_object_is_refused() {
        Selection byTitle = Selection.of(book(), Visibility.EVERYTHING)
                .sorted(List.of(new SortKey(BOOK.title, false)))
                .limit(5);
        String cursor = pages.page(byTitle).next();
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        IntStream.range(0, bytes.length).forEach(i -> {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            String tampered = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThatThrownBy(() -> pages.page(byTitle.after(tampered))).isInstanceOf(Refusal.Unreadable.class);
        });
        assertThatThrownBy(() -> pages.page(
                        byTitle.sorted(List.of(new SortKey(BOOK.title, true))).after(cursor)))
                .isInstanceOf(Refusal.Unreadable.class);
        assertThatThrownBy(() -> pages.page(Selection.of(branch(), Visibility.EVERYTHING)
                        .after(cursor)
                        .sorted(List.of(new SortKey(BRANCH.name, false)))))
                .isInstanceOf(Refusal.Unreadable.class);
    }

    @Test
    void a_page_is_neither_empty_nor_endless() {
        Selection selection = Selection.of(book(), Visibility.EVERYTHING);
        assertThatThrownBy(() -> selection.limit(0)).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> selection.limit(501)).isInstanceOf(Refusal.Invalid.class);
    }

    /** The same ids sorted in one statement without any of our paging. */
    private static List<Long> sortedAtOnce(List<SortKey> sort, List<Long> ids) {
        PageOrder order = PageOrder.of(sort);
        Alias row = Alias.of(book());
        return database.dsl()
                .select(order.select(row))
                .from(row.table())
                .where(row.id().in(ids))
                .orderBy(order.by())
                .fetch(record -> record.get("_id", Long.class));
    }

    private static List<Long> ids(Page page) {
        return page.rows().stream().map(Row::id).toList();
    }

    private static List<SortKey> sort() {
        List<Field<?>> sortable =
                book().fields().stream().filter(SortKey::sortable).toList();
        return IntStream.range(0, RANDOM.nextInt(4))
                .<Field<?>>mapToObj(
                        _ -> RANDOM.nextInt(10) == 0 ? SystemFields.ID : sortable.get(RANDOM.nextInt(sortable.size())))
                .distinct()
                .map(field -> new SortKey(field, RANDOM.nextBoolean()))
                .toList();
    }

    private static Visibility.Reason reason(Criterion criterion) {
        return new Visibility.Reason(Message.of("query.limit"), criterion);
    }
}
