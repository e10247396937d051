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
        invitations(api, users);
        imports(users);
        delegations(api, users);
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

    private static void invitations(Description api, Section section) {
        Schema link = api.schema(
                "PasswordLink",
                RecordShape.of(InvitationsController.LinkJson.class)
                        .with("purpose", Schema.oneOf("invitation", "reset")));
        section.get("/api/invitations", "等待接受的邀请", "The invitations nobody has followed yet")
                .answers(Shape.listOf(api.schema("Invitation", RecordShape.of(InvitationsController.Shown.class))))
                .forAdministrators();
        section.post("/api/invitations", "邀请新用户", "Invite somebody")
                .explained(
                        "新建用户，并返回由本人设置密码的链接：7 天内有效，只能用一次，只在这里出现一次。不填登录名时用邮箱登录。",
                        "Adds the user and answers the link to set the password: good for 7 days, works once, shown once. Without a login, the e-mail address is it.")
                .body(person(Shape.body().maybe("login", login()).with("name", name())))
                .creates(link)
                .forAdministrators();
        section.delete("/api/invitations/{user}", "撤回邀请", "Take an invitation back")
                .explained("链接失效，这位用户被停用。", "The link is dead and the user disabled.")
                .answersNothing()
                .forAdministrators();
        section.post("/api/users/{id}/password-link", "重发邀请或重设密码的链接", "A new link to set the password")
                .explained("之前的链接随之失效。", "The link before it is dead.")
                .answers(link)
                .forAdministrators();
    }

    private static void imports(Section section) {
        section.get("/api/users/import/template.xlsx", "人员导入模板", "A workbook to fill in with people")
                .answersFile(PeopleImportController.XLSX, Schema.bytes())
                .forAdministrators();
        section.post("/api/users/import/preview", "试导人员", "Try an import of people")
                .explained(
                        "逐行说明会怎样，不保存任何内容。部门写路径，如 总部/华东/销售一部；departments=true 时新建缺少的部门。",
                        "Says of each row what would become of it; nothing stays. Departments are paths such as HQ/East/Sales 1; departments=true makes those missing.")
                .form(sheet())
                .answers(RecordShape.of(PeopleImportController.Preview.class))
                .forAdministrators();
        section.post("/api/users/import", "导入人员", "Import people")
                .explained(
                        "添加可以添加的人，返回每行结果和邀请链接的表格；链接只在这里出现一次。",
                        "Adds everybody who can be added and answers a workbook with the outcome and the invitation link of each row; links are shown once.")
                .form(sheet())
                .answersFile(PeopleImportController.XLSX, Schema.bytes())
                .forAdministrators();
    }

    private static void delegations(Description api, Section section) {
        Schema delegation = api.schema("Delegation", RecordShape.of(DelegationsController.Shown.class));
        section.get("/api/users/{id}/delegations", "请假与代理", "Who acts for a person, and for whom they act")
                .explained("本人或管理员；只列未结束的。", "For the person and administrators; those that are not over.")
                .answers(Shape.listOf(delegation));
        section.post("/api/users/{id}/delegations", "设置代理人", "Let a colleague act for a person")
                .explained(
                        "期间代理人可查看、编辑此人负责的记录，并收到其消息；到时自动结束。",
                        "Meanwhile the colleague reads and edits what the person owns and is told what they are told; it ends by itself.")
                .body(Shape.body()
                        .with("delegate", Schema.named("Pointer"))
                        .maybe("from", Schema.moment().orNull().about("不填为现在", "Now when absent"))
                        .with("until", Schema.moment()))
                .creates(delegation);
        section.delete("/api/users/{id}/delegations/{delegation}", "结束代理", "End it now")
                .answersNothing();
    }

    private static Shape sheet() {
        return Shape.body().with("file", Schema.bytes()).maybe("departments", Schema.flag());
    }

    private static Shape user(Shape body) {
        return person(body)
                .maybe("active", Schema.flag())
                .maybe("password", Schema.text(128).with("minLength", 10).orNull())
                .maybe(
                        "mustChange",
                        Schema.flag()
                                .about(
                                        "与 password 一起：下次登录须先换掉它",
                                        "With a password: it must be replaced at the next sign-in"));
    }

    private static Shape person(Shape body) {
        return body.maybe("email", Schema.text(Kinds.EMAIL.maxLength()).orNull())
                .maybe("phone", Schema.text(Kinds.PHONE.maxLength()).orNull())
                .maybe("department", pointer())
                .maybe("manager", pointer())
                .maybe("regions", Schema.listOf(Schema.text()).about("区划代码", "Codes of regions"))
                .maybe("roles", Schema.listOf(Schema.named("Pointer")));
    }

    private static void handover(Section section) {
        Schema pointer = Schema.named("Pointer");
        Shape plan = Shape.body()
                .maybe(
                        "parts",
                        Schema.listOf(Shape.body()
                                .with("object", Schema.text())
                                .maybe(
                                        "to",
                                        Schema.listOf(pointer).about("依次轮流；不填则保留", "In turn; left alone when absent"))
                                .maybe(
                                        "rules",
                                        Schema.listOf(Shape.body()
                                                        .with("filter", Schema.named("Filter"))
                                                        .with("to", pointer))
                                                .about("先符合者先得", "The first that fits counts"))))
                .maybe("reports", pointer().about("直属下属改由此人管理", "The new manager of those who report to them"))
                .maybe("heads", pointer().about("接任部门负责人", "The new head of their departments"))
                .maybe(
                        "approvals",
                        pointer()
                                .about(
                                        "接手待审批的任务、以后的节点和流程中的指定，不随撤销收回",
                                        "Who decides what they would have; not taken back by an undo"))
                .maybe(
                        "automations",
                        pointer()
                                .about(
                                        "以其身份执行的自动化改以此人的身份执行，不随撤销收回",
                                        "As whom those automations act that act as them; not taken back by an undo"))
                .maybe("disable", Schema.flag().about("随后停用", "Disable them after"));
        Schema labelled = Schema.named("Labelled");
        Shape holding = Shape.answer()
                .with("object", Schema.text())
                .with("label", Schema.text())
                .with("records", Schema.integer());
        section.get("/api/users/{id}/handover", "可移交的内容", "What there is to hand over")
                .answers(Shape.answer()
                        .with("objects", Schema.listOf(holding))
                        .with("reports", Schema.listOf(labelled))
                        .with("heads", Schema.listOf(labelled))
                        .with("approvals", Schema.integer())
                        .with("automations", Schema.integer()))
                .forAdministrators();
        section.post("/api/users/{id}/handover/preview", "移交预览", "What would go to whom")
                .body(plan)
                .answers(Shape.listOf(Shape.answer()
                        .with("object", Schema.text())
                        .with("label", Schema.text())
                        .with("to", labelled)
                        .with("records", Schema.integer())))
                .forAdministrators();
        section.post("/api/users/{id}/handover", "移交", "Hand over")
                .explained(
                        "parts：按计划移交，是一次操作，可整体撤销。to：全部交给一人，每种对象一次操作。",
                        "parts: as planned, one operation that is taken back as one. to: everything to one person, one operation for each object.")
                .body(Schema.either(
                        plan,
                        Shape.body()
                                .with("to", pointer)
                                .maybe(
                                        "objects",
                                        Schema.listOf(Schema.text()).about("不填为全部对象", "Every object when absent"))))
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
