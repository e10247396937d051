package hengke.kernel.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Catalog.Valid;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.FieldChange;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.FormLayout;
import hengke.kernel.metadata.FormLayout.Place;
import hengke.kernel.metadata.FormLayout.Section;
import hengke.kernel.metadata.Forms;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.ObjectOverlay;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.ValueRule;
import hengke.kernel.metadata.ValueRule.Effect;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Which layout applies to whom, what it shows, and which layouts and rules are refused. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LayoutsTest {
    private static final BusinessObject PARCEL = new Parcel();

    private static final class Parcel extends BusinessObject {
        Parcel() {
            super("parcel", "包裹", "Parcel", "Parcels");
            section("基本信息", "Basics");
            text("name").label("名称", "Name").title().required();
            text("remark").label("备注", "Remark");
            choice("size")
                    .label("大小", "Size")
                    .required()
                    .byDefault(new DefaultValue.Constant(JsonNodeFactory.instance.stringNode("s")));
            section("更多", "More");
            integer("weight", 0, 100).label("重量", "Weight");
            date("sent").label("寄出", "Sent").derived();
        }
    }

    private final ObjectDefinition parcel = object(ObjectOverlay.NONE);

    @Test
    void the_first_layout_for_one_of_my_roles_applies_else_the_standard_one_else_the_definition() {
        FormLayout sales = layout("sales", Set.of(1L, 2L), true, section("甲", "name"));
        FormLayout service = layout("service", Set.of(2L, 3L), true, section("乙", "name"));
        FormLayout standard = layout(FormLayout.STANDARD, Set.of(), true, section("丙", "name"));
        Forms forms = new Forms(List.of(standard, sales, service), List.of());
        assertThat(forms.layout(parcel, Set.of(2L))).isEqualTo(sales);
        assertThat(forms.layout(parcel, Set.of(3L, 9L))).isEqualTo(service);
        assertThat(forms.layout(parcel, Set.of(9L))).isEqualTo(standard);
        assertThat(forms.layout(parcel, Set.of())).isEqualTo(standard);
        Forms alone = new Forms(List.of(sales), List.of());
        assertThat(shown(alone.layout(parcel, Set.of(9L)), parcel))
                .containsExactly("基本信息: name remark size", "更多: weight sent");
    }

    @Test
    void what_was_left_out_stays_out_and_what_came_later_stands_at_the_end_if_it_is_wished() {
        FormLayout open = new FormLayout(
                "open",
                new Label("开", ""),
                Set.of(1L),
                List.of(section("甲", "weight", "gone", "name")),
                List.of("remark"),
                true,
                List.of());
        assertThat(shown(open, parcel)).containsExactly("甲: weight name", "其他: size sent");
        FormLayout closed = layout("closed", Set.of(1L), false, section("甲", "name"));
        assertThat(shown(closed, parcel)).containsExactly("甲: name");
    }

    @Test
    void what_was_made_required_since_is_shown_all_the_same() {
        ObjectDefinition stricter = object(new ObjectOverlay(
                List.of(),
                Map.of("remark", new FieldChange(null, null, null, Map.of(Trait.REQUIRED, true))),
                Map.of()));
        FormLayout closed = layout("closed", Set.of(1L), false, section("甲", "name"));
        assertThat(shown(closed, stricter)).containsExactly("甲: name", "其他: remark");
    }

    @Test
    void a_layout_with_which_nobody_could_save_is_refused() {
        assertThat(faults(layout("a", Set.of(1L), false, section("甲", "weight"))))
                .containsExactly("layouts[0].sections layoutLacks");
        assertThat(faults(layout(
                        "a", Set.of(1L), true, conditional("甲", "{\"field\":\"weight\",\"op\":\"empty\"}", "name"))))
                .containsExactly("layouts[0].sections layoutLacks");
        assertThat(faults(layout("a", Set.of(1L), false, section("甲", "name")))).isEmpty();
        assertThat(faults(layout("a", Set.of(1L), true, section("甲", "weight"))))
                .isEmpty();
        assertThat(faults(layout("a", Set.of(1L), true, section("甲", "weight"), section("甲", "name"))))
                .containsExactly("layouts[0].sections[1].label layoutSectionTwice");
    }

    @Test
    void layouts_that_make_no_sense_are_refused_at_their_place() {
        Section wrong = new Section(
                new Label("", ""),
                3,
                false,
                json("{\"field\":\"sent\",\"op\":\"during\",\"value\":\"today\"}"),
                List.of(new Place("name", false), new Place("name", true), new Place("id", false)));
        assertThat(faults(
                        layout(FormLayout.STANDARD, Set.of(1L), true, wrong),
                        new FormLayout("b", new Label("b", ""), Set.of(), List.of(), List.of(), true, List.of("none"))))
                .contains(
                        "layouts[0].roles layoutStandardRoles",
                        "layouts[0].sections[0].label noLabel",
                        "layouts[0].sections[0].columns layoutColumns",
                        "layouts[0].sections[0].shownWhen.op formOperator",
                        "layouts[0].sections[0].fields[1].field layoutTwice",
                        "layouts[0].sections[0].fields[2].field layoutField",
                        "layouts[1].roles layoutRoles",
                        "layouts[1].listColumns[0] layoutColumn");
    }

    @Test
    void rules_that_make_no_sense_are_refused_at_their_place() {
        JsonNode heavy = json("{\"field\":\"weight\",\"op\":\"gt\",\"value\":50}");
        List<ValueRule> rules = List.of(
                new ValueRule(new Label("一", ""), null, Effect.HIDE, List.of("remark"), Set.of()),
                new ValueRule(new Label("一", ""), heavy, Effect.HIDE, List.of("name", "weight", "size"), Set.of()),
                new ValueRule(new Label("", ""), heavy, Effect.LOCK, List.of("sent", "none"), Set.of()),
                new ValueRule(new Label("四", ""), heavy, Effect.REQUIRE, List.of(), Set.of()),
                new ValueRule(new Label("五", ""), heavy, Effect.REQUIRE, List.of("weight", "remark"), Set.of()));
        assertThat(new RulesCheck(catalog(ObjectOverlay.NONE), parcel)
                        .errors(rules).stream().map(LayoutsTest::told))
                .containsExactly(
                        "rules[0].when ruleWithoutCondition",
                        "rules[1].name ruleNameTaken",
                        "rules[1].fields[0] ruleHidesNeeded",
                        "rules[1].fields[1] ruleOfItself",
                        "rules[1].fields[2] ruleHidesNeeded",
                        "rules[2].name noRuleName",
                        "rules[2].fields[0] ruleField",
                        "rules[2].fields[1] ruleField",
                        "rules[3].fields noRuleFields");
    }

    private Stream<String> faults(FormLayout... layouts) {
        return new LayoutCheck(catalog(ObjectOverlay.NONE), parcel)
                .errors(List.of(layouts)).stream().map(LayoutsTest::told);
    }

    private static String told(FieldError error) {
        return error.field() + " " + error.code();
    }

    private static Stream<String> shown(FormLayout layout, ObjectDefinition object) {
        return layout.shown(object).stream()
                .map(section -> section.label().chinese() + ": "
                        + String.join(
                                " ", section.fields().stream().map(Place::field).toList()));
    }

    private static FormLayout layout(String key, Set<Long> roles, boolean newFields, Section... sections) {
        return new FormLayout(key, new Label(key, ""), roles, List.of(sections), List.of(), newFields, List.of());
    }

    private static Section section(String label, String... fields) {
        return conditional(label, null, fields);
    }

    private static Section conditional(String label, @Nullable String shownWhen, String... fields) {
        return new Section(
                new Label(label, ""),
                2,
                false,
                shownWhen == null ? null : json(shownWhen),
                Stream.of(fields).map(field -> new Place(field, false)).toList());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static ObjectDefinition object(ObjectOverlay changes) {
        return catalog(changes).object("parcel");
    }

    private static Catalog catalog(ObjectOverlay changes) {
        return ((Valid) Catalog.build(List.of(PARCEL), Overlay.NONE.with("parcel", changes))).catalog();
    }
}
