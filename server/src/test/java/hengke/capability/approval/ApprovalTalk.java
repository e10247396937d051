package hengke.capability.approval;

import hengke.testing.ApiClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What people in the tests of approvals say to the API, whatever they ask for. */
final class ApprovalTalk {
    static final String PASSWORD = "Yuntu-2026-heng";

    private ApprovalTalk() {}

    /** A colleague who is called as they sign in. */
    static long somebody(ApiClient admin, String login, long role, @Nullable Long manager) {
        return admin.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%d],\"manager\":%s}"
                                .formatted(login, login, PASSWORD, role, manager))
                .expect(201)
                .number("/id");
    }

    /** Submits a record; the number of its approval. */
    static long submitted(ApiClient who, String object, long record) {
        return who.post("/api/approvals", "{\"object\":\"%s\",\"record\":%d}".formatted(object, record))
                .expect(201)
                .number("/id");
    }

    /** The task of an approval that waits for somebody. */
    static long waiting(ApiClient who, long approval) {
        return who.get("/api/approvals/tasks?mine=waiting").expect(200).body().path("items").values().stream()
                .filter(entry -> entry.path("approval").asLong() == approval)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing waits"))
                .path("task")
                .asLong();
    }

    /** Does something with the task that waits for somebody. */
    static ApiClient.Answer act(ApiClient who, long approval, String act, String body) {
        return who.post("/api/approvals/tasks/%d/%s".formatted(waiting(who, approval), act), body);
    }

    static long id(JsonNode record) {
        return record.path("id").asLong();
    }
}
