package hengke.kernel.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.kernel.events.Broadcast;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldChange;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.RetiredField;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogsTest {
    private static final FieldType<String> TEXT = new TextualType(TextualType.Form.TEXT, 50);
    private final TestDatabase database = TestDatabase.migrated();
    private final Catalogs here = node();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_own_field_is_in_force_here_at_once_and_elsewhere_as_soon_as_it_looks() {
        Catalogs elsewhere = node();
        assertThat(here.change(7L, adding(Field.of("c_grade", TEXT, "等级", "Grade"))))
                .isInstanceOf(Catalogs.Changed.class);
        database.dsl()
                .execute("insert into thing (version, created_at, updated_at, c_grade) values (1, now(), now(), 'A')");

        assertThat(has(here, "c_grade")).isTrue();
        assertThat(has(elsewhere, "c_grade")).isFalse();
        elsewhere.follow();
        assertThat(has(elsewhere, "c_grade")).isTrue();
        assertThat(has(node(), "c_grade")).as("after a restart").isTrue();
    }

    @Test
    void other_nodes_are_told_and_need_not_ask() {
        Catalogs elsewhere = node();
        DataSource unpooled = AnotherNode.dataSource(database.jdbcUrl(), database.user(), database.password());
        try (Broadcast broadcast = new Broadcast(unpooled::getConnection);
                CatalogWatch watch = new CatalogWatch(elsewhere, Duration.ofDays(1))) {
            broadcast.listen(OverlayStore.CHANNEL, watch);
            broadcast.start();
            here.change(7L, adding(Field.of("c_grade", TEXT, "等级", "Grade")));
            await().until(() -> has(elsewhere, "c_grade"));
        }
    }

    @Test
    void a_node_that_is_never_told_looks_by_itself() {
        Catalogs elsewhere = node();
        try (CatalogWatch _ = new CatalogWatch(elsewhere, Duration.ofMillis(20))) {
            here.change(7L, adding(Field.of("c_grade", TEXT, "等级", "Grade")));
            await().until(() -> has(elsewhere, "c_grade"));
        }
    }

    @Test
    void another_label_is_laid_over_the_shipped_one() {
        FieldChange renamed = new FieldChange(new Label("物品", "Item"), null, null, Map.of());
        here.change(null, overlay -> overlay.with("thing", overlay.of("thing").changing("name", renamed)));
        assertThat(here.live().current().object("thing").title().label().chinese())
                .isEqualTo("物品");
    }

    @Test
    void a_change_that_makes_no_sense_changes_nothing() {
        assertThat(here.change(null, adding(Field.of("grade", TEXT, "等级", "Grade"))))
                .isInstanceOf(Catalogs.Faulty.class);
        assertThat(new OverlayStore(database.dsl()).load()).isEqualTo(Overlay.NONE);
        assertThat(has(here, "grade")).isFalse();
    }

    @Test
    void a_field_that_comes_back_as_another_kind_is_refused_while_its_old_values_are_there() {
        here.change(null, adding(Field.of("c_grade", TEXT, "等级", "Grade")));
        here.change(null, _ -> Overlay.NONE);

        assertThat(here.change(null, adding(Field.of("c_grade", new IntegerType(0, 9), "等级", "Grade"))))
                .isInstanceOf(Catalogs.Obstructed.class);
        assertThat(here.live().current().version()).isEqualTo(3);
    }

    @Test
    void changes_made_at_the_same_time_on_two_nodes_are_both_kept() {
        Catalogs elsewhere = node();
        List<CompletableFuture<Catalogs.Outcome>> changes = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> (i % 2 == 0 ? here : elsewhere)
                        .change(
                                null,
                                adding(Field.of(
                                        "c_" + i,
                                        new DecimalType(DecimalType.Form.DECIMAL, 2, BigDecimal.ZERO, BigDecimal.TEN),
                                        "数",
                                        "Number")))))
                .toList();
        assertThat(changes).allSatisfy(change -> assertThat(change.join()).isInstanceOf(Catalogs.Changed.class));
        assertThat(node().live().current().object("thing").fields())
                .extracting(Field::name)
                .contains("c_0", "c_1", "c_2", "c_3", "c_4", "c_5");
    }

    @Test
    void a_deleted_field_keeps_its_column_until_it_cannot_come_back() {
        Field<String> grade = Field.of("c_grade", TEXT, "等级", "Grade");
        here.change(null, adding(grade));
        here.change(null, overlay -> overlay.retire(new RetiredField("thing", grade, Instant.EPOCH, 7, false)));
        here.forget();
        assertThat(columns()).contains("c_grade");
        here.change(
                null,
                overlay ->
                        overlay.withRetired(List.of(overlay.retired().getFirst().withoutValues())));
        here.forget();
        here.forget();
        assertThat(columns()).doesNotContain("c_grade");
    }

    @Test
    void a_deleted_pointer_holds_nothing_back_and_forgets_what_is_gone_when_it_returns() {
        Field<Long> above = Field.of("c_above", new IdType(new IdType.Records("thing")), "上级", "Above");
        here.change(null, adding(above));
        for (int i = 0; i < 2; i++) {
            database.dsl().execute("insert into thing (version, created_at, updated_at) values (1, now(), now())");
        }
        database.dsl().execute("update thing set c_above = 1 where id = 2");
        RetiredField deleted = new RetiredField("thing", above, Instant.EPOCH, 7, false);
        here.change(null, overlay -> overlay.retire(deleted));
        database.dsl().execute("delete from thing where id = 1");

        assertThat(here.change(null, overlay -> overlay.restore(deleted))).isInstanceOf(Catalogs.Changed.class);
        assertThat(database.dsl().fetchValue("select c_above from thing where id = 2"))
                .isNull();
    }

    private List<String> columns() {
        return database.dsl()
                .fetch("select column_name from information_schema.columns where table_name = 'thing'")
                .getValues(0, String.class);
    }

    private Catalogs node() {
        return Catalogs.start(
                List.of(new Thing()), new OverlayStore(database.dsl()), new SchemaSync(database.dataSource()));
    }

    private static boolean has(Catalogs node, String field) {
        return node.live().current().object("thing").field(field).isPresent();
    }

    private static UnaryOperator<Overlay> adding(Field<?> field) {
        return overlay -> overlay.with("thing", overlay.of("thing").adding(field));
    }

    private static final class Thing extends BusinessObject {
        final Field<String> name = text("name").label("名称", "Name").title();

        Thing() {
            super("thing", "物", "Thing", "Things");
        }
    }
}
