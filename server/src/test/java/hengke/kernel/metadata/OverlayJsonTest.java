package hengke.kernel.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class OverlayJsonTest {
    @Test
    void every_kind_of_field_is_read_as_it_was_written() {
        List<Field<?>> fields = new ArrayList<>(new Everything().definition().fields());
        fields.removeAll(SystemFields.ALL);
        fields.add(Field.of("tags", new TextListType(new TextListType.Tags()), "标签", "Tags"));
        FieldChange change = new FieldChange(
                new Label("物品", "Item"),
                null,
                List.of(
                        new FieldChange.OptionChange("B", null),
                        new FieldChange.OptionChange("A", Option.of("A", "头等", "First"))),
                Map.of(FieldTraits.Trait.LISTED, true));
        RetiredField retired = new RetiredField("thing", fields.getLast(), Instant.EPOCH, 7, true);
        Transitions moves = new Transitions(
                true,
                List.of(
                        new Transitions.Move(null, "A", Set.of(), List.of()),
                        new Transitions.Move(Transitions.ANY, null, Set.of(3L, 4L), List.of("name", "email"))));
        JsonNode when = JsonMapper.shared().readTree("{\"field\":\"whole\",\"op\":\"gt\",\"value\":3}");
        Forms forms = new Forms(
                List.of(new FormLayout(
                        "sales",
                        new Label("销售", "Sales"),
                        Set.of(3L, 9L),
                        List.of(
                                new FormLayout.Section(
                                        new Label("甲", "A"),
                                        1,
                                        true,
                                        when,
                                        List.of(new FormLayout.Place("name", true))),
                                new FormLayout.Section(new Label("乙", ""), 2, false, null, List.of())),
                        List.of("email"),
                        false,
                        List.of("name", "date"))),
                List.of(
                        new ValueRule(new Label("规", "R"), when, ValueRule.Effect.LOCK, List.of("email"), Set.of(3L)),
                        new ValueRule(new Label("则", ""), null, ValueRule.Effect.REQUIRE, List.of("url"), Set.of())));
        ObjectOverlay changes = new ObjectOverlay(fields, Map.of("name", change), Map.of("choice", moves), forms, null);
        OwnObject own = new OwnObject(
                "x-visit",
                new Label("拜访", "Visit"),
                new Label("拜访", "Visits"),
                "sales",
                "record",
                fields.getFirst(),
                List.of("owned"),
                new OwnObject.Retirement(Instant.EPOCH, 7, false));
        Overlay overlay = new Overlay(5, Map.of("thing", changes), List.of(own), List.of(retired));

        String stored = OverlayJson.write(overlay).toString();
        Overlay read = OverlayJson.read(5, JsonMapper.shared().readTree(stored));

        assertThat(fields)
                .map(field -> field.type().kind())
                .doesNotHaveDuplicates()
                .hasSize(29);
        assertThat(read.of("thing").changed()).isEqualTo(Map.of("name", change));
        assertThat(read.of("thing").transitions()).isEqualTo(Map.of("choice", moves));
        assertThat(read.of("thing").forms()).isEqualTo(forms);
        assertThat(OverlayParts.of(read)).isEqualTo(OverlayParts.of(overlay));
        assertThat(OverlayParts.merge(Overlay.NONE, overlay, Overlay.NONE))
                .isInstanceOfSatisfying(
                        OverlayParts.Together.class,
                        merged ->
                                assertThat(merged.overlay().of("thing").forms()).isEqualTo(forms));
        assertThat(read.retired()).isEqualTo(overlay.retired());
        assertThat(read.own()).isEqualTo(overlay.own());
        assertThat(read.of("thing").added())
                .map(OverlayJsonTest::whole)
                .isEqualTo(fields.stream().map(OverlayJsonTest::whole).toList());
    }

    private static List<Object> whole(Field<?> field) {
        return List.of(field.name(), field.type(), field.traits());
    }

    private static final class Everything extends BusinessObject {
        Everything() {
            super("thing", "物", "Thing", "Things");
            section("基本", "Basic");
            Option[] options = {
                Option.of("A", "甲", "A").color("red"), Option.of("B", "乙", "B").under("A")
            };
            text("name", 80).label("名", "Name").title().unique().help("全称", "The full name");
            longText("longText");
            richText("richText");
            phone("phone").identifying();
            email("email");
            url("url");
            autoNumber("number", "N{0000}");
            integer("whole", -5, Long.MAX_VALUE)
                    .byDefault(new DefaultValue.Constant(JsonNodeFactory.instance.numberNode(3)));
            decimal("decimal", 4).indexed();
            percent("percent");
            score("score");
            money("money");
            date("date").byDefault(new DefaultValue.Now());
            dateTime("dateTime");
            flag("flag").required();
            choice("choice", options).headline().listed();
            multiChoice("multiChoice", options);
            treeChoice("treeChoice", List.of(options));
            region("region");
            user("person").byDefault(new DefaultValue.CurrentUser());
            department("department");
            reference("parent", "thing").within("children", "下级", "Children");
            references("others", "thing");
            link("about", "owned");
            files("files");
            address("address");
            location("location");
            json("json").derived();
        }
    }
}
