package hengke.web.organisation;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes groups of people. */
@Component
@Order(82)
final class GroupsDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("用户组", "Groups of people");
        Schema group = api.schema("PeopleGroup", RecordShape.of(GroupsController.Shown.class));
        section.get("/api/groups", "用户组列表", "The groups of people")
                .answers(Shape.listOf(group))
                .forAdministrators();
        section.post("/api/groups", "新建用户组", "Add a group of people")
                .explained(
                        "一组同事的名字，如评审小组或某个岗位；不带来任何权限。",
                        "A name for colleagues, such as a committee or a post; it gives no right.")
                .body(people(Shape.body().with("name", Schema.text(Kinds.NAME.maxLength()))))
                .creates(group)
                .forAdministrators();
        section.patch("/api/groups/{id}", "修改用户组", "Change a group of people")
                .body(people(Shape.body().maybe("name", Schema.text(Kinds.NAME.maxLength())))
                        .maybe("version", Schema.integer().about("读到的版本", "The version that was read")))
                .answers(group)
                .forAdministrators();
        section.delete("/api/groups/{id}", "删除用户组", "Delete a group of people")
                .explained("审批流程用到它时不能删除。", "Refused while a flow of approvals asks it.")
                .answersNothing()
                .forAdministrators();
    }

    private static Shape people(Shape body) {
        return body.maybe("people", Schema.listOf(Schema.named("Pointer")).about("按先后顺序", "In order"));
    }
}
