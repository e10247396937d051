package hengke.web.openapi;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Label;
import hengke.kernel.problem.Language;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts the document together from what the areas describe, limited to what its reader may ask. */
@Component
public final class OpenApi {
    private static final Label TITLE = new Label("恒客 CRM 接口", "Hengke CRM API");
    private static final Label ABOUT = new Label(
            "由系统的对象定义实时生成，只包含读者可见的对象和字段。请求与返回均为 UTF-8 JSON；小数和金额写成文本；"
                    + "时间为 ISO 8601，返回 UTC。修改时未出现的键保持不变，null 表示清空，不认识的键会被拒绝。",
            "Made from the live definitions, with only the objects and fields its reader may see. Requests and answers"
                    + " are UTF-8 JSON; decimals and amounts are text; times are ISO 8601, answered in UTC. In a change"
                    + " an absent key stays as it is, null clears, and an unknown key is refused.");

    private final List<ApiPart> parts;
    private final Access access;

    OpenApi(List<ApiPart> parts, Access access) {
        this.parts = List.copyOf(parts);
        this.access = access;
    }

    /** @param reader null for somebody who has not signed in */
    public ObjectNode document(@Nullable Actor reader, Language language) {
        Description api = new Description(reader);
        parts.forEach(part -> part.describe(api));
        api.complete();
        boolean administrator = reader != null && access.administrator(reader);

        ObjectNode json = JsonMapper.shared().createObjectNode().put("openapi", "3.1.0");
        json.putObject("info")
                .put("title", TITLE.in(language))
                .put("version", "1")
                .put("description", ABOUT.in(language));
        json.putArray("servers").addObject().put("url", "/");
        var tags = json.putArray("tags");
        ObjectNode paths = json.putObject("paths");
        CallJson calls = new CallJson(language);
        api.sections().forEach(section -> {
            List<Call> shown = section.calls().stream()
                    .filter(call -> administrator || call.audience() != Call.Audience.ADMINISTRATOR)
                    .toList();
            if (!shown.isEmpty()) {
                String tag = section.name().in(language);
                ObjectNode described = tags.addObject().put("name", tag);
                if (section.schema() != null) {
                    described.put("x-schema", section.schema());
                }
                shown.forEach(call -> ((ObjectNode) paths.withObjectProperty(call.path()))
                        .set(call.method().toLowerCase(Locale.ROOT), calls.of(call, tag)));
            }
        });
        json.set("components", new ComponentsJson(language).of(api));
        return json;
    }
}
