package hengke.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The simulated phones of an application, as its administrator reads them. */
public final class PhoneRoom {
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final RunningApplication application;
    private final ApiClient admin;

    /** Has the product text its messages there. */
    public PhoneRoom(RunningApplication application, ApiClient admin) {
        this.application = application;
        this.admin = admin;
        provider("simulated");
    }

    public void provider(String provider) {
        long version = admin.get("/api/settings").expect(200).number("/version");
        admin.patch(
                        "/api/settings",
                        "{\"version\":%d,\"values\":{\"sms.provider\":\"%s\"}}".formatted(version, provider))
                .expect(200);
    }

    /** The code in the newest of so many messages to a mobile; what waits is sent now and not when its turn comes. */
    public String code(String mobile, int count) {
        Awaitility.await().untilAsserted(() -> {
            send();
            assertThat(texts(mobile)).hasSize(count);
        });
        Matcher code = CODE.matcher(texts(mobile).getFirst());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    /** Sends what is due. */
    @SuppressWarnings("unchecked") // the bean is of a raw type
    public void send() {
        application.bean("sendTextMessages", RecurringTask.class).execute(null, null);
    }

    /** What came to a mobile, the newest first. */
    public List<String> texts(String mobile) {
        JsonNode items =
                admin.get("/api/settings/sms/simulated").expect(200).body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(sms -> sms.path("mobile").asString().equals(mobile))
                .map(sms -> sms.path("text").asString())
                .toList();
    }
}
