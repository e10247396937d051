package hengke.web.webhooks;

import hengke.capability.webhook.DeliveryLog;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes webhooks. */
@Component
@Order(88)
final class WebhooksDescription implements ApiPart {
    private static final List<String> WHAT = List.of("created", "updated", "deleted");

    @Override
    public void describe(Description api) {
        Section section = api.section("Webhooks", "Webhooks");
        Schema endpoint = api.schema("Webhook", RecordShape.of(WebhookJson.EndpointJson.class));
        section.get("/api/webhooks", "全部 Webhook，和可以通知的对象", "All webhooks, and the objects there are")
                .answers(api.schema("Webhooks", RecordShape.of(WebhookJson.ListJson.class)))
                .forAdministrators();
        section.get("/api/webhooks/{id}", "一个 Webhook", "One webhook")
                .answers(endpoint)
                .forAdministrators();
        section.post("/api/webhooks", "新建 Webhook", "Add a webhook")
                .explained(
                        "按 Standard Webhooks 签名：webhook-id、webhook-timestamp、webhook-signature"
                                + "（v1，HMAC-SHA256，对 id.timestamp.body）。以 acting 的权限读取：看不到的记录和字段不发送。密钥只在此回答一次。",
                        "Signed by Standard Webhooks: webhook-id, webhook-timestamp and webhook-signature (v1,"
                                + " HMAC-SHA256 over id.timestamp.body). Read with the rights of acting: records and fields"
                                + " they may not see are not told. The secret is answered here once.")
                .body(wanted())
                .creates(api.schema("WebhookAdded", RecordShape.of(WebhookJson.AddedJson.class)))
                .forAdministrators();
        section.put("/api/webhooks/{id}", "修改 Webhook", "Change a webhook")
                .body(wanted().with("version", Schema.integer()))
                .answers(endpoint)
                .forAdministrators();
        section.delete("/api/webhooks/{id}", "删除 Webhook 和它的记录", "Delete a webhook with its log")
                .answersNothing()
                .forAdministrators();
        section.post("/api/webhooks/{id}/secret", "更换密钥", "Replace the secret")
                .explained(
                        "此后 24 小时内用新旧两个密钥签名。", "For 24 hours messages carry a signature by the secret before as well.")
                .answers(api.schema("WebhookSecret", RecordShape.of(WebhookJson.SecretJson.class)))
                .forAdministrators();
        section.post("/api/webhooks/{id}/test", "发送一条测试消息", "Send a message that tells of nothing")
                .answersNothing()
                .forAdministrators();
        section.get("/api/webhooks/{id}/deliveries", "发送记录，新的在前，保留 14 天", "What was sent, newest first, for 14 days")
                .query("state", Schema.oneOf(DeliveryLog.STATES))
                .query("before", Schema.integer())
                .answers(api.schema("WebhookDeliveries", RecordShape.of(WebhookJson.DeliveriesJson.class)))
                .forAdministrators();
        section.get("/api/webhooks/deliveries/{delivery}", "一条消息：内容和每次发送", "A message: what is sent, and every attempt")
                .answers(api.schema("WebhookDelivery", RecordShape.of(WebhookJson.WholeJson.class)))
                .forAdministrators();
        section.post("/api/webhooks/deliveries/{delivery}/replay", "重新发送一条消息", "Send a message again")
                .explained("webhook-id 不变。", "Under the same webhook-id.")
                .answersNothing()
                .forAdministrators();
        section.post("/api/webhooks/{id}/replay", "重新发送全部失败的消息", "Send again all that failed for good")
                .answers(api.schema("WebhookReplay", RecordShape.of(WebhookJson.AgainJson.class)))
                .forAdministrators();
    }

    private static Shape wanted() {
        return Shape.body()
                .with("name", Schema.text(60))
                .with("address", Schema.text(1_000).about("https 地址", "An address of https"))
                .maybe("active", Schema.flag())
                .maybe(
                        "acting",
                        Schema.id().about("以谁的权限读取；默认为自己", "With whose rights records are read; yourself unless said"))
                .maybe(
                        "interests",
                        Schema.listOf(Shape.body()
                                .with("object", Schema.text())
                                .with("what", Schema.listOf(Schema.oneOf(WHAT)))
                                .maybe("filter", Schema.named("Filter").orNull())));
    }
}
