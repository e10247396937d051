package hengke.web.stream;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes what open pages hear. */
@Component
@Order(71)
final class StreamDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        api.section("通知与实时消息", "Notices and the stream")
                .get("/api/stream", "实时消息（server-sent events）", "What happens, as server-sent events")
                .explained(
                        "事件：notice（通知）、operation（操作）、import（导入，不含行）、records {\"object\",\"ids\"}（可见记录有变化）、conversation {\"id\"}（会话有动静）、"
                                + "catalog {\"version\"}、session {\"ended\":true}。",
                        "Events: notice, operation, import (without rows), records {\"object\",\"ids\"} (what one may see has"
                                + " changed), conversation {\"id\"} (something happened in it), catalog {\"version\"}, session {\"ended\":true}.")
                .answersFile(MediaType.TEXT_EVENT_STREAM_VALUE, Schema.text())
                .forSessions();
    }
}
