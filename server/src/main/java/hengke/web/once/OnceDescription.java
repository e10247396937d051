package hengke.web.once;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import org.springframework.stereotype.Component;

/** Describes the key by which a request may be sent again without being done again. */
@Component
final class OnceDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        api.header(
                OnlyOnce.REPEATED,
                Schema.oneOf("true")
                        .about("这是相同 Idempotency-Key 第一次的回答", "This is the first answer to the same Idempotency-Key"));
        api.everywhere(call -> {
            if (call.method().equals("POST") && !call.uploads() && OnlyOnce.keepsAnswersOf(call.path())) {
                call.takesHeader(
                        OnlyOnce.KEY,
                        Schema.text(200)
                                .about(
                                        "24 小时内相同的键和内容只执行一次，返回第一次的回答",
                                        "Within 24 hours the same key with the same request is done once and answered as the first time"));
                call.carries(OnlyOnce.REPEATED);
            }
        });
    }
}
