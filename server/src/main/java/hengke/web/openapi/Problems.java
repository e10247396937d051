package hengke.web.openapi;

import hengke.kernel.metadata.Label;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is answered instead when a call is refused: everywhere the same problem document (RFC 9457). */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Problems implements ApiPart {
    static final String TYPE = "application/problem+json";

    /** Why a call is refused, with the status that says so. */
    enum Kind {
        UNREADABLE("400", "请求无法读懂", "The request cannot be read"),
        UNAUTHENTICATED("401", "未登录，或令牌无效", "Not signed in, or no valid token"),
        FORBIDDEN("403", "没有做这件事的权限", "Not allowed to do this"),
        NOT_FOUND("404", "不存在，或不可见（两者相同）", "Not there, or not visible; the two look the same"),
        CONFLICT("409", "与他人的修改冲突，或数据已过时", "Somebody else was first, or what was read has changed since"),
        TOO_LARGE("413", "内容过大", "Too large"),
        INVALID("422", "值不合规，逐项列出", "Values that are refused, each at its field"),
        OTHER(
                "default",
                "其他问题，如 423（审批中锁定）、429、503（带 Retry-After）",
                "Any other problem, e.g. 423 while it awaits approval, 429, and 503 with Retry-After");

        private final String status;
        private final Label about;

        Kind(String status, String chinese, String english) {
            this.status = status;
            this.about = new Label(chinese, english);
        }

        String status() {
            return status;
        }

        Label about() {
            return about;
        }

        /** The name it is described under. */
        String component() {
            StringBuilder name = new StringBuilder();
            for (String word : name().split("_", -1)) {
                name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
            }
            return name.toString();
        }

        Schema schema() {
            return Schema.named(this == CONFLICT ? "ConflictProblem" : "Problem");
        }
    }

    /** What a call may be refused for. */
    static Set<Kind> of(Call call) {
        Set<Kind> kinds = EnumSet.of(Kind.OTHER);
        boolean changes = !call.method().equals("GET");
        if (changes || call.audience() != Call.Audience.ANYBODY) {
            kinds.add(Kind.UNAUTHENTICATED);
        }
        if (changes || call.audience() == Call.Audience.SESSION || call.audience() == Call.Audience.ADMINISTRATOR) {
            kinds.add(Kind.FORBIDDEN);
        }
        if (call.path().contains("/records/") || call.path().contains("{") || call.uploads()) {
            kinds.add(Kind.NOT_FOUND);
        }
        if (changes) {
            kinds.add(Kind.CONFLICT);
        }
        if (call.body() != null) {
            kinds.addAll(Set.of(Kind.UNREADABLE, Kind.TOO_LARGE));
        }
        if (call.body() != null
                || call.parameters().stream().anyMatch(one -> one.in().equals("query"))) {
            kinds.add(Kind.INVALID);
        }
        return kinds;
    }

    @Override
    public void describe(Description api) {
        Schema error = api.schema(
                "FieldProblem",
                Shape.answer()
                        .with("field", Schema.text().about("字段名或路径", "The name of the field, or a path"))
                        .with("code", Schema.text())
                        .with("message", Schema.text().about("给人看的话", "A sentence for a person"))
                        .maybe("nearest", Schema.text().about("最接近的字段名", "The field that was probably meant"))
                        .maybe(
                                "existing",
                                Schema.named("RecordLink")
                                        .about(
                                                "已有此值的记录（可见时）",
                                                "The record that has this value already, where it may be seen")));
        api.schema("Problem", problem(error));
        api.schema(
                "ConflictProblem",
                problem(error)
                        .maybe(
                                "current",
                                Schema.mapOf(Schema.any())
                                        .about(
                                                "code 为 stale：冲突字段现在的值",
                                                "With code stale: the conflicting fields as they are now"))
                        .maybe("version", Schema.integer().about("现在的版本", "The version it has now"))
                        .maybe("changedBy", Schema.named("Labelled").orNull())
                        .maybe("changedAt", Schema.moment()));
        api.header("X-Request-Id", Schema.text().about("本次请求的编号，报障时提供", "Names this request, e.g. to support"));
        api.everywhere(call -> call.carries("X-Request-Id"));
    }

    private static Shape problem(Schema error) {
        return Shape.answer()
                .with("type", Schema.text().about("urn:hengke:problem:{code}", "urn:hengke:problem:{code}"))
                .with("title", Schema.text())
                .with("status", Schema.integer())
                .with("detail", Schema.text().about("用读者的语言说明", "What is wrong, in the reader's language"))
                .with("code", Schema.text().about("供程序判断", "For programs to act upon"))
                .maybe("errors", Schema.listOf(error))
                .maybe(
                        "mergedInto",
                        Schema.named("RecordLink")
                                .about(
                                        "404 时：记录已合并到这一条（可见时）",
                                        "With 404: the record this one was merged into, where it may be seen"))
                .maybe("requestId", Schema.text());
    }
}
