package hengke.web.robots;

import hengke.kernel.problem.Language;
import hengke.robots.Product;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes robots of groups. */
@Component
@Order(89)
final class RobotsDescription implements ApiPart {
    private static final Schema IDS = Schema.listOf(Schema.id());

    @Override
    public void describe(Description api) {
        Section section = api.section("群机器人", "Robots of groups");
        Schema robot = api.schema("Robot", RecordShape.of(RobotJson.OneJson.class));
        section.get("/api/robots", "全部群机器人，以及产品和通知类型", "All robots, the products and the kinds of notices there are")
                .explained(
                        "发送记录、测试和重新发送与 Webhook 相同：/api/webhooks/{id}/deliveries、test、replay。",
                        "What was sent, tests and sending again are as for webhooks: /api/webhooks/{id}/deliveries, test,"
                                + " replay.")
                .answers(api.schema("Robots", RecordShape.of(RobotJson.ListJson.class)))
                .forAdministrators();
        section.post("/api/robots", "新建群机器人", "Add a robot")
                .explained(
                        "只告诉群里谁有哪类通知，不说内容。网址和密钥只写不读。",
                        "A group is told who was told something of which kind, never what. Address and secret are written and"
                                + " never read.")
                .body(wanted())
                .creates(robot)
                .forAdministrators();
        section.put("/api/robots/{id}", "修改群机器人", "Change a robot")
                .explained("不带 address 或 secret 则保留原来的。", "Without address or secret the ones it has remain.")
                .body(wanted().with("version", Schema.integer()))
                .answers(robot)
                .forAdministrators();
        section.delete("/api/robots/{id}", "删除群机器人和它的记录", "Delete a robot with its log")
                .answersNothing()
                .forAdministrators();
        section.get("/api/robots/{id}/simulated", "模拟群收到的消息，新的在前", "What came to its simulated group, newest first")
                .answers(api.schema("SimulatedGroup", RecordShape.of(RobotJson.GroupJson.class)))
                .forAdministrators();
    }

    private static Shape wanted() {
        return Shape.body()
                .with("name", Schema.text(60))
                .with(
                        "product",
                        Schema.oneOf(Arrays.stream(Product.values())
                                .map(Product::wire)
                                .toList()))
                .maybe(
                        "simulated",
                        Schema.flag().about("群在本产品内，消息不外发", "The group is within this product, and nothing leaves"))
                .maybe("address", Schema.text(1_000).orNull())
                .maybe(
                        "secret",
                        Schema.text(200).orNull().about("加签密钥；空为不签名", "What it signs with; empty for no signature"))
                .maybe("active", Schema.flag())
                .with("kinds", Schema.listOf(Schema.text()))
                .maybe("everybody", Schema.flag())
                .maybe("people", IDS)
                .maybe("departments", IDS)
                .maybe("roles", IDS)
                .maybe("calls", Schema.flag().about("按手机号@本人", "Call people by their mobile number"))
                .maybe(
                        "language",
                        Schema.oneOf(Arrays.stream(Language.values())
                                .map(Language::tag)
                                .toList()));
    }
}
