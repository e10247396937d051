package hengke.kernel.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.access.Actor;
import hengke.kernel.audit.MonthlyPartitions;
import hengke.kernel.history.ChangeLog;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.kernel.schema.SchemaSync;
import hengke.testing.OpenRights;
import hengke.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.StringNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WriterTest {
    private static final Caller ANA = Caller.of(new Actor(7, "安娜", Set.of()), "web");

    /** A shelf that holds books. */
    static final class Shelf extends BusinessObject {
        final Field<String> label =
                text("label").label("名称", "Label").required().unique().title();
        final Field<String> number =
                autoNumber("number", "S{yyyyMM}{000}").label("编号", "Number").unique();
        final Field<String> state =
                text("state").label("状态", "State").byDefault(new DefaultValue.Constant(StringNode.valueOf("open")));
        final Field<Long> room = integer("room", 0, 99).label("房间", "Room");

        Shelf() {
            super("shelf", "书架", "Shelf", "Shelves");
        }
    }

    /** A book stands on a shelf. */
    static final class Book extends BusinessObject {
        final Field<String> label =
                text("label").label("书名", "Title").required().title();
        final Field<Long> shelf =
                reference("shelf", "shelf").label("书架", "Shelf").within("books", "书", "Books");

        Book() {
            super("book", "书", "Book", "Books");
        }
    }

    private final Shelf shelves = new Shelf();
    private final Book books = new Book();
    private final LiveCatalog catalog = new LiveCatalog(Catalog.of(shelves, books));
    private final ObjectDefinition shelf = catalog.current().object("shelf");
    private final ObjectDefinition book = catalog.current().object("book");
    private TestDatabase database;
    private Writer writer;
    private Undo undo;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        assertThat(new SchemaSync(database.dataSource()).bringTo(catalog.current()))
                .isInstanceOf(SchemaSync.Done.class);
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);
        writer = new Writer(
                database.dsl(), database.dsl(), catalog, new OpenRights(), List.of(), RollUpsTest.CNY, clock);
        undo = new Undo(database.dsl(), writer, new OpenRights(), List.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_new_record_gets_its_defaults_its_number_and_who_and_when() {
        Row saved = create("一号").row();
        assertThat(saved.get(shelves.number)).isEqualTo("S202611001");
        assertThat(saved.get(shelves.state)).isEqualTo("open");
        assertThat(saved.version()).isEqualTo(1);
        assertThat(stored(saved.id())).isEqualTo(saved);
    }

    @Test
    void a_number_typed_by_hand_is_passed_over() {
        writer.save(ANA, shelf, Draft.create(Map.of(shelves.label, "手写", shelves.number, "S202611001")));
        assertThat(create("自动").row().get(shelves.number)).isEqualTo("S202611002");
    }

    @Test
    void what_is_missing_or_taken_is_said_at_the_field() {
        long first = create("一号").row().id();
        assertThatThrownBy(() -> writer.save(ANA, shelf, Draft.create(values(shelves.label, null))))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refusal ->
                                assertThat(refusal.errors().getFirst().code()).isEqualTo("required"));
        assertThatThrownBy(() -> create("一号")).isInstanceOfSatisfying(Refusal.Invalid.class, refusal -> {
            assertThat(refusal.errors().getFirst().message().in(Language.CHINESE))
                    .isEqualTo("一号 已存在");
            assertThat(refusal.errors().getFirst().details().toString()).contains("id=" + first);
        });
    }

    @Test
    void a_stale_change_says_what_is_there_now_and_leaves_it() {
        Row saved = create("一号").row();
        writer.save(ANA, shelf, Draft.update(saved.id(), 1L, values(shelves.room, 3L)));
        assertThatThrownBy(() -> writer.save(ANA, shelf, Draft.update(saved.id(), 1L, values(shelves.room, 4L))))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        conflict -> assertThat(conflict.details().get("current").toString())
                                .isEqualTo("{\"room\":3}"));
        assertThat(stored(saved.id()).get(shelves.room)).isEqualTo(3L);
    }

    @Test
    void a_change_that_changes_nothing_leaves_no_trace() {
        Row saved = create("一号").row();
        Row same = writer.save(ANA, shelf, Draft.update(saved.id(), 1L, values(shelves.label, "一号")))
                .row();
        assertThat(same.version()).isEqualTo(1);
        assertThat(ChangeLog.of(database.dsl(), shelf, List.of(saved.id()), null, 10))
                .hasSize(1);
    }

    @Test
    void an_edit_is_undone_and_the_undo_is_undone_again() {
        Row saved = create("一号").row();
        Operation edit = writer.save(ANA, shelf, Draft.update(saved.id(), 1L, values(shelves.room, 3L)))
                .operation();
        Operation first = undo.undo(ANA, edit.id(), false);
        assertThat(stored(saved.id()).get(shelves.room)).isNull();
        undo.undo(ANA, first.id(), false);
        assertThat(stored(saved.id()).get(shelves.room)).isEqualTo(3L);
        assertThatThrownBy(() -> undo.undo(ANA, edit.id(), false)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void undo_keeps_what_somebody_changed_since_and_says_so() {
        Row saved = create("一号").row();
        Operation edit = writer.save(
                        ANA, shelf, Draft.update(saved.id(), 1L, Map.of(shelves.room, 3L, shelves.state, "shut")))
                .operation();
        writer.save(ANA, shelf, Draft.update(saved.id(), null, values(shelves.room, 9L)));
        Operation undone = undo.undo(ANA, edit.id(), false);
        assertThat(stored(saved.id()).get(shelves.room)).isEqualTo(9L);
        assertThat(stored(saved.id()).get(shelves.state)).isEqualTo("open");
        assertThat(undone.conflicts()).contains("\"field\": \"room\"");
    }

    @Test
    void children_go_with_their_parent_and_come_back_with_it_unless_they_were_gone_before() {
        Row parent = create("一号").row();
        Row stays = createBook("甲", parent.id());
        Row gone = createBook("乙", parent.id());
        writer.save(ANA, book, Draft.delete(gone.id(), null));
        Operation deletion =
                writer.save(ANA, shelf, Draft.delete(parent.id(), 1L)).operation();
        assertThat(living("book")).isEmpty();
        undo.undo(ANA, deletion.id(), false);
        assertThat(living("shelf")).containsExactly(parent.id());
        assertThat(living("book")).containsExactly(stays.id());
    }

    private RecycleBin binOn(String moment) {
        return new RecycleBin(database.dsl(), catalog, _ -> {}, Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
    }

    @Test
    void the_recycle_bin_forgets_after_thirty_days() {
        Row parent = create("旧").row();
        createBook("甲", parent.id());
        writer.save(ANA, shelf, Draft.delete(parent.id(), null));
        assertThat(binOn("2026-12-21T05:00:00Z").empty(Duration.ofDays(30))).isZero();
        assertThat(binOn("2026-12-22T05:00:00Z").empty(Duration.ofDays(30))).isEqualTo(2);
        assertThat(database.dsl().fetchCount(DSL.table("shelf"))).isZero();
    }

    @Test
    void the_history_has_a_part_for_each_month() {
        var months = new MonthlyPartitions(
                database.dsl(), Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC), "record_change");
        months.prepare();
        months.prepare();
        create("一号");
        assertThat(database.dsl().fetchValue("select count(*) from record_change_2026_11"))
                .isEqualTo(1L);
    }

    @Test
    void of_a_batch_the_good_stand_and_the_bad_are_named() {
        Operation operation = OperationLog.open(
                database.dsl(), ANA, Operation.Kind.IMPORT, "shelf", "导入", Operation.Status.RUNNING, 3);
        List<Verdict> verdicts = writer.write(
                ANA,
                operation,
                shelf,
                List.of(
                        Draft.create(Map.of(shelves.label, "甲")),
                        Draft.create(Map.of(shelves.label, "甲")),
                        Draft.create(Map.of(shelves.label, "乙"))));
        assertThat(verdicts.get(0)).isInstanceOf(Verdict.Written.class);
        assertThat(verdicts.get(1)).isInstanceOf(Verdict.Refused.class);
        assertThat(verdicts.get(2)).isInstanceOf(Verdict.Written.class);
        assertThat(living("shelf")).hasSize(2);
    }

    @Test
    void of_many_who_create_the_same_at_once_one_wins_and_the_others_are_told() throws Exception {
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            attempts.add(() -> {
                try {
                    create("同名");
                    return true;
                } catch (Refusal.Invalid e) {
                    assertThat(e.errors().getFirst().code()).isEqualTo("taken");
                    return false;
                }
            });
        }
        try (var executor = Executors.newFixedThreadPool(6)) {
            int wins = 0;
            for (var result : executor.invokeAll(attempts)) {
                wins += result.get() ? 1 : 0;
            }
            assertThat(wins).isEqualTo(1);
        }
        assertThat(living("shelf")).hasSize(1);
    }

    @Test
    void what_a_reference_points_at_must_exist() {
        assertThatThrownBy(() -> createBook("甲", 12345))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refusal ->
                                assertThat(refusal.errors().getFirst().code()).isEqualTo("noSuchRecord"));
        assertThat(database.dsl().fetchValue("select count(*) from operation")).isEqualTo(0L);
    }

    private Writer.Saved create(String label) {
        return writer.save(ANA, shelf, Draft.create(Map.of(shelves.label, label)));
    }

    private Row createBook(String label, long shelfId) {
        return writer.save(ANA, book, Draft.create(Map.of(books.label, label, books.shelf, shelfId)))
                .row();
    }

    private Row stored(long id) {
        return new RowTable(shelf).lock(database.dsl(), List.of(id)).get(id).row();
    }

    private List<Long> living(String table) {
        return database.dsl()
                .fetch("select id from " + table + " where deleted_at is null order by id")
                .getValues(0, Long.class);
    }

    private static Map<Field<?>, @Nullable Object> values(Field<?> field, @Nullable Object value) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(field, value);
        return values;
    }
}
