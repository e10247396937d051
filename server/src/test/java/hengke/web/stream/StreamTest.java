package hengke.web.stream;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.EventStream;
import hengke.testing.RunningApplication;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StreamTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static RunningApplication application;
    private static RunningApplication otherNode;
    private static ApiClient ana;
    private static long ownRole;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        otherNode = application.anotherNode();
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        ownRole = ana.post(
                        "/api/roles",
                        "{\"name\":\"自己的\",\"grants\":[{\"object\":\"customer\",\"verb\":\"read\",\"scope\":\"own\"}]}")
                .expect(201)
                .number("/id");
    }

    @AfterAll
    static void stop() {
        otherNode.close();
        application.close();
    }

    @Test
    void changes_made_at_one_node_are_told_at_another_to_those_who_may_see_the_record() {
        long ben = person("ben");
        try (EventStream anas = ana.at(otherNode).listen();
                EventStream bens = signedIn("ben").at(otherNode).listen()) {
            assertThat(bens.next("catalog").at("/version").isNumber()).isTrue();
            anas.next("catalog");
            long hidden = customer("只有管理员", 1);
            long own = customer("Ben 的", ben);

            assertThat(ids(anas, hidden)).contains(hidden);
            JsonNode told = bens.next("records");
            assertThat(told.at("/object").asString()).isEqualTo("customer");
            assertThat(told.at("/ids").valueStream().map(JsonNode::asLong)).containsExactly(own);

            ana.delete("/api/records/customer/" + own).expect(204);
            assertThat(ids(bens, own)).contains(own);
        }
    }

    @Test
    void a_notice_and_the_progress_of_an_operation_reach_their_person_only() {
        long caro = person("caro");
        try (EventStream anas = ana.at(otherNode).listen();
                EventStream caros = signedIn("caro").at(otherNode).listen()) {
            caros.next("catalog");
            anas.next("catalog");
            long customer = customer("交给 Caro", 1);
            ana.patch("/api/records/customer/" + customer, "{\"version\":1,\"owner\":" + caro + "}")
                    .expect(200);
            JsonNode notice = caros.next("notice");
            assertThat(notice.at("/record/label").asString()).isEqualTo("交给 Caro");

            ana.post("/api/records/customer/bulk", "{\"ids\":[" + customer + "],\"change\":{\"level\":\"A\"}}")
                    .expect(200);
            JsonNode operation =
                    anas.next("operation", each -> each.at("/status").asString().equals("done"));
            assertThat(operation.at("/changed").asInt()).isOne();
        }
    }

    @Test
    void a_stream_ends_with_its_session_and_with_its_person() {
        long dan = person("dan");
        ApiClient first = signedIn("dan");
        ApiClient second = signedIn("dan");
        try (EventStream one = first.at(otherNode).listen();
                EventStream two = second.at(otherNode).listen()) {
            one.next("catalog");
            two.next("catalog");
            first.delete("/api/session").expect(204);
            assertThat(one.next("session").at("/ended").asBoolean()).isTrue();
            one.awaitEnd();

            customer("还在听", dan);
            two.next("records");
            ana.patch("/api/users/" + dan, "{\"active\":false}").expect(200);
            two.next("session");
            two.awaitEnd();
        }
        assertThat(second.listen().status()).isEqualTo(401);
    }

    @Test
    void of_too_many_streams_of_one_person_the_oldest_ends() {
        person("eve");
        ApiClient eve = signedIn("eve");
        List<EventStream> open = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            open.add(eve.listen());
            open.getLast().next("catalog");
        }
        open.getFirst().awaitEnd();
        open.forEach(EventStream::close);
    }

    private static List<Long> ids(EventStream stream, long wanted) {
        return stream.next("records", data -> data.at("/ids").valueStream().anyMatch(id -> id.asLong() == wanted))
                .at("/ids")
                .valueStream()
                .map(JsonNode::asLong)
                .toList();
    }

    private static long person(String login) {
        return ana.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(login, login, PASSWORD, ownRole))
                .expect(201)
                .number("/id");
    }

    private static ApiClient signedIn(String login) {
        return new ApiClient(application).signIn(login, PASSWORD);
    }

    private static long customer(String name, long owner) {
        return ana.post("/api/records/customer", "{\"name\":\"%s\",\"owner\":%d}".formatted(name, owner))
                .expect(201)
                .number("/id");
    }
}
