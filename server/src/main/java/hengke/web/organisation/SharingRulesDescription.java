package hengke.web.organisation;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes sharing rules. */
@Component
@Order(81)
final class SharingRulesDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("共享规则", "Sharing rules");
        Schema rule = api.schema(
                "SharingRule",
                RecordShape.of(SharingRuleJson.class)
                        .with("filter", Schema.named("Filter"))
                        .with("right", right()));
        section.get("/api/sharing-rules", "共享规则列表", "The sharing rules")
                .answers(Shape.listOf(rule))
                .forAdministrators();
        section.post("/api/sharing-rules", "新建共享规则", "Add a sharing rule")
                .explained(
                        "对已有该对象权限的人，把符合条件的记录也开放给他们；没有相应动作权限的人不受影响。",
                        "Opens matching records to people who have the verb on the object but not so far; without the verb a"
                                + " rule gives nothing.")
                .body(required())
                .creates(rule)
                .forAdministrators();
        section.patch("/api/sharing-rules/{id}", "修改共享规则", "Change a sharing rule")
                .body(optional(Shape.body()
                                .maybe("name", Schema.text(Kinds.NAME.maxLength()))
                                .maybe("object", Schema.text())
                                .maybe("filter", Schema.named("Filter"))
                                .maybe("right", right()))
                        .maybe("version", Schema.integer().about("读到的版本", "The version that was read")))
                .answers(rule)
                .forAdministrators();
        section.delete("/api/sharing-rules/{id}", "删除共享规则", "Delete a sharing rule")
                .answersNothing()
                .forAdministrators();
        section.post("/api/sharing-rules/preview", "这条规则会开放什么", "What a rule would open")
                .body(required().maybe("id", Schema.id().about("代替哪条规则", "Which rule it stands in for")))
                .answers(api.schema("SharingPreview", RecordShape.of(SharingRulesController.Opens.class)))
                .forAdministrators();
    }

    private static Shape required() {
        return optional(Shape.body()
                .with("name", Schema.text(Kinds.NAME.maxLength()))
                .with("object", Schema.text())
                .with("filter", Schema.named("Filter"))
                .with("right", right()));
    }

    private static Shape optional(Shape body) {
        return body.maybe("people", pointers())
                .maybe("departments", pointers().about("含下级部门", "With the departments below"))
                .maybe("roles", pointers())
                .maybe("active", Schema.flag());
    }

    private static Schema pointers() {
        return Schema.listOf(Schema.named("Pointer"));
    }

    private static Schema right() {
        return Schema.oneOf("read", "edit");
    }
}
