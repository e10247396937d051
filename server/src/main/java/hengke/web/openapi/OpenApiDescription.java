package hengke.web.openapi;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes this description, and what tells whether the system lives. */
@Component
@Order(99)
final class OpenApiDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        Section section = api.section("系统", "System");
        section.get("/api/openapi.json", "本说明（OpenAPI 3.1）", "This description (OpenAPI 3.1)")
                .explained("未登录时不含任何对象。", "Without signing in it has no objects.")
                .answers(Schema.mapOf(Schema.any()))
                .cached()
                .forAnybody();
        Schema health = api.schema(
                "Health", Shape.answer().with("status", Schema.oneOf("UP", "DOWN", "OUT_OF_SERVICE", "UNKNOWN")));
        section.get("/api/health/live", "进程是否正常", "Does the process live")
                .answers(health)
                .forAnybody();
        section.get("/api/health/ready", "是否可以接受请求，否则 503", "Can requests be served; 503 otherwise")
                .answers(health)
                .forAnybody();
        section.get("/api/metrics", "Prometheus 指标", "Metrics for Prometheus").answersFile("text/plain", Schema.text());
    }
}
