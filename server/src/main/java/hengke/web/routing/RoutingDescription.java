package hengke.web.routing;

import hengke.capability.routing.Routing;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes rules of routing. */
@Component
@Order(84)
final class RoutingDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("分配规则", "Routing");
        Schema routing = api.schema("Routing", RecordShape.of(RoutingJson.class));
        Schema decision = api.schema("RoutingDecision", RecordShape.of(RoutingJson.DecisionJson.class));
        section.get("/api/routing", "可自动分配的对象及其规则", "What can be routed, and by which rules")
                .answers(Shape.listOf(routing))
                .forAdministrators();
        section.get("/api/routing/{object}", "一个对象的分配规则", "The rules of one object")
                .answers(routing)
                .forAdministrators();
        section.put("/api/routing/{object}", "修改分配规则", "Change the rules")
                .explained(
                        "规则按顺序，先匹配者生效；无人可接时继续看下一条。对表单、接口、导入进来且未指定负责人的新记录生效。",
                        "The first rule that fits decides; where it finds nobody the next is asked. They hold for new"
                                + " records from forms, the API and imports that name no owner.")
                .body(body())
                .answers(routing)
                .forAdministrators();
        section.post(
                        "/api/routing/{object}/trial",
                        "试运行：这些规则会怎样分配现有记录",
                        "What these rules would do with existing records")
                .body(body().maybe("which", Schema.oneOf(RoutingController.WHICH_RECORDS)))
                .answers(api.schema("RoutingTrial", RecordShape.of(RoutingJson.TrialJson.class)))
                .forAdministrators();
        section.get("/api/routing/{object}/decisions", "分配记录，新的在前", "The decisions made, newest first")
                .query("before", Schema.integer())
                .answers(Shape.answer()
                        .with("items", Schema.listOf(decision))
                        .with("next", Schema.integer().orNull()))
                .forAdministrators();
        section.get("/api/routing/of/{object}/{id}", "一条记录的分配经过", "How a record came to its owner")
                .answers(Shape.listOf(decision));
    }

    private static Shape body() {
        Schema person = Shape.body()
                .with("person", Schema.id())
                .maybe("weight", Schema.integer(1, 100))
                .maybe("perDay", Schema.integer().orNull().about("每天最多分给这个人多少条", "So many a day at most"))
                .maybe("holding", Schema.integer().orNull().about("最多同时持有多少条未结束的", "So many open ones at most"));
        Schema target = Shape.body()
                .with("kind", Schema.oneOf(Stream.of(Routing.Kind.values()).map(Routing.Kind::wire)))
                .maybe("way", Schema.oneOf(Stream.of(Routing.Way.values()).map(Routing.Way::wire)))
                .maybe("members", Schema.listOf(person))
                .maybe("pool", Schema.id().orNull());
        return Shape.body()
                .maybe("active", Schema.flag())
                .maybe(
                        "answerWithin",
                        Schema.integer(1, 43_200)
                                .orNull()
                                .about("首次跟进的时限（工作分钟）", "Working minutes until a first follow-up"))
                .maybe(
                        "reroutes",
                        Schema.integer(0, 20)
                                .orNull()
                                .about(
                                        "超时后最多转派几次，之后退回公海；空为不转派",
                                        "How often a late record goes to somebody else before it goes to its pool; null: never"))
                .maybe(
                        "rules",
                        Schema.listOf(Shape.body()
                                .maybe("key", Schema.text(60))
                                .with("name", Schema.text(60))
                                .maybe("active", Schema.flag())
                                .maybe("filter", Schema.named("Filter").orNull())
                                .with("target", target)
                                .maybe("onlyWorkingHours", Schema.flag())))
                .maybe("version", Schema.integer().about("读到的版本", "The version that was read"));
    }
}
