package hengke.web.pools;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes pools. */
@Component
@Order(82)
final class PoolsDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("公海", "Pools");
        Schema pool = api.schema(
                "Pool",
                RecordShape.of(PoolJson.class)
                        .with("uncounted", filter().orNull())
                        .with("exempt", filter().orNull()));
        section.get("/api/pools", "公海列表", "The pools")
                .answers(Shape.listOf(pool))
                .forAdministrators();
        section.get("/api/pools/{id}", "一个公海", "One pool").answers(pool).forAdministrators();
        section.post("/api/pools", "新建公海", "Add a pool")
                .explained(
                        "领取、退回、分配、移到其他公海、设置保护期是记录上的命令。",
                        "To claim, release, assign, move and protect are commands of the records.")
                .body(optional(Shape.body()
                        .with("name", Schema.text(PoolReader.NAME.maxLength()))
                        .with("object", Schema.text())))
                .creates(pool)
                .forAdministrators();
        section.patch("/api/pools/{id}", "修改公海", "Change a pool")
                .body(optional(Shape.body().maybe("name", Schema.text(PoolReader.NAME.maxLength())))
                        .maybe("version", Schema.integer().about("读到的版本", "The version that was read")))
                .answers(pool)
                .forAdministrators();
        section.delete("/api/pools/{id}", "删除公海", "Delete a pool")
                .answersNothing()
                .forAdministrators();
        section.post("/api/pools/preview", "今晚将退回什么", "What tonight's run takes back")
                .body(optional(Shape.body()
                        .maybe("id", Schema.id().about("代替哪个公海", "Which pool it stands in for"))
                        .maybe("name", Schema.text())
                        .maybe("object", Schema.text())))
                .answers(api.schema("PoolTonight", RecordShape.of(PoolsController.Tonight.class)))
                .forAdministrators();
        section.get("/api/pools/exemptions", "什么会使记录不被回收", "What keeps records from going back")
                .answers(Shape.listOf(api.schema("PoolExemption", RecordShape.of(PoolsController.ExemptionJson.class))))
                .forAdministrators();
        section.get("/api/pools/mine", "我所在的公海及用量", "The pools I belong to, and what I have used")
                .answers(Shape.listOf(api.schema("MyPool", RecordShape.of(PoolStandingController.MyPool.class))));
        section.get(
                        "/api/pools/of/{object}/{id}",
                        "记录的公海状态与归属历史",
                        "How a record stands with its pool, and whose it was")
                .answers(api.schema("PoolStanding", RecordShape.of(PoolStandingController.Standing.class)));
    }

    private static Shape optional(Shape body) {
        return body.maybe("standard", Schema.flag())
                .maybe(
                        "members",
                        Shape.body()
                                .maybe("users", pointers())
                                .maybe("departments", pointers().about("含下级部门", "With the departments below"))
                                .maybe("roles", pointers()))
                .maybe("administrators", pointers())
                .maybe("assignedOnly", Schema.flag().about("只能由管理员分配", "Only administrators assign"))
                .maybe("hidden", Schema.listOf(Schema.text()).about("领取前隐藏的字段", "Fields kept back until claimed"))
                .maybe("opensChildren", Schema.flag())
                .maybe(
                        "limits",
                        Shape.body()
                                .maybe("perDay", Schema.integer().orNull())
                                .maybe("holding", Schema.integer().orNull())
                                .maybe("coolDownDays", Schema.integer().orNull())
                                .maybe(
                                        "exceptions",
                                        Schema.listOf(Shape.body()
                                                .maybe("users", pointers())
                                                .maybe("roles", pointers())
                                                .maybe(
                                                        "perDay",
                                                        Schema.integer().orNull())
                                                .maybe(
                                                        "holding",
                                                        Schema.integer().orNull()))))
                .maybe("uncounted", filter().orNull())
                .maybe("transfersExceed", Schema.flag())
                .maybe("reasonRequired", Schema.flag())
                .maybe("recycling", Schema.flag())
                .maybe(
                        "recycle",
                        Schema.listOf(Shape.body()
                                .with("since", Schema.oneOf("contact", "claim", "deal"))
                                .maybe("days", Schema.integer().orNull().about("空：不回收", "None: never"))
                                .maybe("workingDays", Schema.flag())
                                .maybe("filter", filter().orNull())))
                .maybe("exempt", filter().orNull())
                .maybe(
                        "despite",
                        Schema.listOf(Schema.text())
                                .about("不适用的例外，见 /api/pools/exemptions", "Exemptions that do not hold"))
                .maybe("target", Schema.id().orNull())
                .maybe("reminders", Schema.listOf(Schema.integer()));
    }

    private static Schema filter() {
        return Schema.named("Filter");
    }

    private static Schema pointers() {
        return Schema.listOf(Schema.named("Pointer"));
    }
}
