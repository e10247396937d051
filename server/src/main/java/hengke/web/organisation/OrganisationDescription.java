package hengke.web.organisation;

import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Mask;
import hengke.kernel.access.PageRight;
import hengke.kernel.access.Verb;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes people, departments and roles. */
@Component
@Order(80)
final class OrganisationDescription implements ApiPart {
    private static final Schema VERSION = Schema.integer().about("读到的版本", "The version that was read");

    @Override
    public void describe(Description api) {
        people(api, api.section("同事与部门", "Colleagues and departments"));
        Section users = api.section("用户", "Users");
        users(api, users);
        handover(users);
        roles(api, api.section("角色", "Roles"));
    }

    private static void people(Description api, Section section) {
        Schema person = api.schema("Person", RecordShape.of(PeopleController.Colleague.class));
        section.get("/api/people", "可选的在职同事", "The active colleagues to choose from")
                .query("q", Schema.text().about("姓名、账号、拼音或首字母", "Name, login, pinyin or initials"))
                .answers(Shape.listOf(person));
        Schema department = api.schema("Department", RecordShape.of(DepartmentsController.Shown.class));
        section.get("/api/departments", "部门树", "The departments").answers(Shape.listOf(department));
        section.post("/api/departments", "新建部门", "Add a department")
                .body(department(Shape.body().with("name", name())))
                .creates(department)
                .forAdministrators();
        section.patch("/api/departments/{id}", "修改部门", "Change a department")
                .body(department(Shape.body().maybe("name", name())).maybe("version", VERSION))
                .answers(department)
                .forAdministrators();
        section.delete("/api/departments/{id}", "删除空部门", "Delete an empty department")
                .answersNothing()
                .forAdministrators();
    }

    private static Shape department(Shape body) {
        return body.maybe("parent", pointer()).maybe("head", pointer());
    }

    private static void users(Description api, Section section) {
        Schema user = api.schema("User", RecordShape.of(UsersController.Shown.class));
        section.get("/api/users", "用户列表", "The users")
                .query("q", Schema.text())
                .query("department", Schema.id().about("含下级部门", "With the departments below it"))
                .query("active", Schema.flag())
                .query("after", Schema.text())
                .answers(Shape.pageOf(user))
                .forAdministrators();
        section.get("/api/users/{id}", "一位用户", "One user").answers(user).forAdministrators();
        section.get("/api/users/{id}/access", "此人对一种对象为什么能或不能", "Why this user may and may not, on an object")
                .query("object", Schema.text())
                .answers(Schema.named("AccessExplanation"))
                .forAdministrators();
        section.post("/api/users", "新建用户", "Add a user")
                .body(user(Shape.body().with("login", login()).with("name", name())))
                .creates(user)
                .forAdministrators();
        section.patch("/api/users/{id}", "修改、停用或重设密码", "Change, disable, or reset the password")
                .body(user(Shape.body().maybe("login", login()).maybe("name", name()))
                        .maybe("version", VERSION))
                .answers(user)
                .forAdministrators();
    }

    private static Shape user(Shape body) {
        return body.maybe("email", Schema.text(Kinds.EMAIL.maxLength()).orNull())
                .maybe("phone", Schema.text(Kinds.PHONE.maxLength()).orNull())
                .maybe("department", pointer())
                .maybe("manager", pointer())
                .maybe("regions", Schema.listOf(Schema.text()).about("区划代码", "Codes of regions"))
                .maybe("active", Schema.flag())
                .maybe("roles", Schema.listOf(Schema.named("Pointer")))
                .maybe("password", Schema.text(128).with("minLength", 10).orNull());
    }

    private static void handover(Section section) {
        section.post("/api/users/{id}/handover", "移交名下记录", "Hand over everything a person owns")
                .body(Shape.body()
                        .with("to", Schema.named("Pointer"))
                        .maybe("objects", Schema.listOf(Schema.text()).about("不填为全部对象", "Every object when absent")))
                .answers(Shape.answer().with("operations", Schema.listOf(Schema.named("Operation"))))
                .forAdministrators();
    }

    private static void roles(Description api, Section section) {
        Schema object = Schema.text().about("* 表示全部对象", "* means every object");
        Schema grant = api.schema(
                "Grant",
                RecordShape.of(RoleJson.GrantJson.class)
                        .with("object", object)
                        .with("verb", Schema.oneOf(Arrays.stream(Verb.values()).map(Verb::wire)))
                        .with(
                                "scope",
                                Schema.oneOf(
                                        "own",
                                        "subordinates",
                                        "department",
                                        "departmentTree",
                                        "departments",
                                        "region",
                                        "all",
                                        "filter"))
                        .maybe("filter", Schema.named("Filter")));
        Schema rule = api.schema(
                "FieldRule",
                RecordShape.of(RoleJson.RuleJson.class)
                        .with(
                                "right",
                                Schema.oneOf(Arrays.stream(FieldRight.values()).map(FieldRight::wire)))
                        .maybe(
                                "mask",
                                Schema.oneOf(Arrays.stream(Mask.values()).map(Mask::wire))
                                        .about("不填为该字段通常的掩码", "The usual one of the field when absent"))
                        .maybe(
                                "reveal",
                                Schema.flag().about("可逐个查看原值，会被记录", "May be shown one by one, which is logged")));
        Schema role = api.schema(
                "Role",
                RecordShape.of(RoleJson.class)
                        .with("grants", Schema.listOf(grant))
                        .with("fields", Schema.listOf(rule))
                        .with("pages", Schema.listOf(page())));
        section.get("/api/roles", "角色列表", "The roles")
                .answers(Shape.listOf(role))
                .forAdministrators();
        section.post("/api/roles", "新建角色", "Add a role")
                .body(role(Shape.body().with("name", name()), grant, rule))
                .creates(role)
                .forAdministrators();
        section.patch("/api/roles/{id}", "修改角色", "Change a role")
                .explained("出现的列表整体替换。", "A list that is given replaces the whole list.")
                .body(role(Shape.body().maybe("name", name()), grant, rule).maybe("version", VERSION))
                .answers(role)
                .forAdministrators();
        section.post("/api/roles/{id}/preview", "保存后会开放和关闭什么", "What saving would open and close")
                .explained(
                        "按拥有这个角色的人计算（最多 20 人）；数量到 10,000 为止，算得太久时为 null。",
                        "For the people who hold the role, 20 at most; counts stop at 10,000 and are null when they take too"
                                + " long.")
                .body(role(Shape.body().maybe("name", name()), grant, rule).maybe("version", VERSION))
                .answers(api.schema("RolePreview", RecordShape.of(RolePreview.Shown.class)))
                .forAdministrators();
        section.delete("/api/roles/{id}", "删除无人使用的角色", "Delete a role that nobody has")
                .answersNothing()
                .forAdministrators();
    }

    private static Shape role(Shape body, Schema grant, Schema rule) {
        return body.maybe("administrator", Schema.flag())
                .maybe("grants", Schema.listOf(grant))
                .maybe("fields", Schema.listOf(rule))
                .maybe("commands", Schema.listOf(Schema.text()))
                .maybe("pages", Schema.listOf(page()));
    }

    private static Schema page() {
        return Schema.oneOf(Arrays.stream(PageRight.values()).map(PageRight::wire));
    }

    private static Schema name() {
        return Schema.text(Kinds.NAME.maxLength());
    }

    private static Schema login() {
        return Schema.text(Kinds.LOGIN.maxLength());
    }

    private static Schema pointer() {
        return Schema.named("Pointer").orNull();
    }
}
