package hengke.kernel.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.outbound.Answer;
import hengke.kernel.outbound.Outbound;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.SecretBox;
import hengke.kernel.settings.Settings;
import hengke.testing.SettableClock;
import hengke.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Text messages on their way to a provider that answers as it is told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmsQueueTest {
    private static final String MOBILE = "13800138000";
    private static final String CODE = "438291";
    private static final Duration GOOD = Duration.ofMinutes(10);
    private static final Answer YES = answer(200, "{\"Code\":\"OK\",\"Message\":\"OK\"}");

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock("2026-11-22T09:00:00Z");
    private final List<Outbound.Post> posts = new ArrayList<>();
    private Answer next = YES;
    private TestDatabase database;
    private SecretBox box;
    private Settings settings;
    private SimulatedPhones phones;
    private Texter texter;
    private SmsQueue queue;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        box = new SecretBox(folder.resolve("settings.key"));
        settings = new Settings(database.dsl(), box, clock);
        phones = new SimulatedPhones(database.dsl(), clock);
        Gateway gateway = new Gateway(
                post -> {
                    posts.add(post);
                    return next;
                },
                phones,
                clock);
        texter = new Texter(database.dsl(), settings, box, gateway, clock);
        queue = new SmsQueue(database.dsl(), settings, box, gateway, clock);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private void account(String provider) {
        Map.of(
                        "sms.provider",
                        "\"" + provider + "\"",
                        "sms.keyId",
                        "\"KEY\"",
                        "sms.secret",
                        box.seal("sms.secret", JsonMapper.shared().readTree("\"geheim\""))
                                .toString(),
                        "sms.signName",
                        "\"恒客科技\"",
                        "sms.template",
                        "\"SMS_1\"")
                .forEach((name, value) -> database.dsl()
                        .execute(
                                "insert into setting values (?, cast(? as jsonb)) on conflict (name) do update set value = excluded.value",
                                name,
                                value));
        database.dsl().execute("update settings_version set version = version + 1");
        settings.mayHaveMissed();
    }

    private void taken(String mobile) {
        database.dsl().transaction(transaction -> texter.code(transaction.dsl(), mobile, CODE, GOOD));
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Map.of(), body.getBytes(UTF_8));
    }

    private String rows() {
        return database.dsl().fetch("select * from sms_queue").format(100);
    }

    @Test
    void a_message_that_was_promised_is_sent_once_and_leaves_nothing_of_its_code() {
        account("aliyun");
        taken(MOBILE);
        assertThat(rows()).doesNotContain(CODE);
        queue.sendDue();
        queue.sendDue();
        assertThat(posts)
                .singleElement()
                .satisfies(post -> assertThat(post.address().getQuery())
                        .contains("PhoneNumbers=" + MOBILE, "{\"code\":\"" + CODE + "\"}"));
        assertThat(database.dsl().fetchValue("select content from sms_queue")).isNull();
        assertThat(queue.failed()).isEmpty();
    }

    @Test
    void a_promise_in_a_transaction_that_fails_is_none_and_counts_for_nothing() {
        account("aliyun");
        assertThatThrownBy(() -> database.dsl().transaction(transaction -> {
                    texter.code(transaction.dsl(), MOBILE, CODE, GOOD);
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        queue.sendDue();
        assertThat(posts).isEmpty();
        taken(MOBILE);
    }

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Set<String> noticed(String... mobiles) {
        SmsTemplate template = new SmsTemplate(1, "发货", "SMS_9", "订单${no}已发货", 1);
        SortedMap<String, Sms.Filled> filled = new TreeMap<>();
        for (String mobile : mobiles) {
            filled.put(mobile, template.filled(_ -> "SO-1").orElseThrow());
        }
        return database.dsl().transactionResult(transaction -> texter.notices(transaction.dsl(), SHANGHAI, filled));
    }

    @Test
    void a_notice_goes_by_its_own_template_and_is_counted_apart_from_codes() {
        account("aliyun");
        taken(MOBILE);
        assertThat(noticed(MOBILE)).containsExactly(MOBILE);
        assertThat(rows()).doesNotContain("SO-1");
        queue.sendDue();
        assertThat(posts)
                .hasSize(2)
                .anySatisfy(post ->
                        assertThat(post.address().getQuery()).contains("TemplateCode=SMS_9", "{\"no\":\"SO-1\"}"));
        clock.advance(Duration.ofMinutes(1));
        taken(MOBILE);
        assertThat(noticed(MOBILE)).as("one in ten minutes").isEmpty();
        for (int more = 0; more < 3; more++) {
            clock.advance(Duration.ofMinutes(10));
            assertThat(noticed(MOBILE)).hasSize(1);
        }
        clock.advance(Duration.ofMinutes(10));
        assertThat(noticed(MOBILE)).as("four a day").isEmpty();
    }

    @Test
    void all_notices_together_have_a_cap_and_none_is_sent_by_night() {
        account("aliyun");
        database.dsl().execute("insert into setting values ('sms.notices', cast('2' as jsonb))");
        database.dsl().execute("update settings_version set version = version + 1");
        settings.mayHaveMissed();
        clock.advance(Duration.ofHours(6)); // eleven in the evening in Shanghai
        assertThat(noticed("13800138001", "13800138002", "13800138003")).containsExactly("13800138001", "13800138002");
        assertThat(noticed("13800138004")).isEmpty();
        queue.sendDue();
        assertThat(posts).isEmpty();
        clock.advance(Duration.ofHours(9));
        queue.sendDue();
        assertThat(posts).hasSize(2);
    }

    @Test
    void two_who_send_to_the_same_numbers_at_once_do_not_wait_for_each_other_and_nobody_gets_two() {
        account("aliyun");
        List<CompletableFuture<Set<String>>> sending = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> noticed("13800138001", "13800138002", "13800138003")))
                .limit(4)
                .toList();
        assertThat(sending.stream().mapToInt(each -> each.join().size()).sum()).isEqualTo(3);
    }

    @Test
    void without_an_account_nothing_is_promised() {
        assertThat(texter.ready()).isFalse();
        assertThatThrownBy(() -> taken(MOBILE)).isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> texter.test(MOBILE))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refusal ->
                                assertThat(refusal.errors().getFirst().field()).isEqualTo("sms.provider"));
    }

    @Test
    void while_a_provider_is_ill_a_message_is_tried_again_later_and_later_and_given_up_while_its_code_is_still_good() {
        account("aliyun");
        next = answer(503, "");
        taken(MOBILE);
        List<Integer> pauses = List.of(5, 15, 30, 60, 120, 240, 60);
        for (int attempt = 1; attempt <= 7; attempt++) {
            queue.sendDue();
            queue.sendDue();
            assertThat(posts).hasSize(attempt);
            assertThat(queue.failed())
                    .singleElement()
                    .extracting(SmsQueue.Failed::attempts, SmsQueue.Failed::givenUp)
                    .containsExactly(attempt, attempt == 7);
            clock.advance(Duration.ofSeconds(pauses.get(attempt - 1)));
        }
        queue.sendDue();
        assertThat(posts).hasSize(7);
        assertThat(KeptMessage.in(queue.failed().getFirst().error(), Language.CHINESE))
                .contains("HTTP 503");
        assertThat(database.dsl().fetchValue("select content from sms_queue")).isNull();
    }

    @Test
    void one_that_waits_is_sent_once_the_provider_is_well_again() {
        account("aliyun");
        next = answer(200, "{\"Code\":\"isp.SYSTEM_ERROR\",\"Message\":\"系统错误\"}");
        taken(MOBILE);
        queue.sendDue();
        next = YES;
        clock.advance(Duration.ofSeconds(5));
        queue.sendDue();
        assertThat(posts).hasSize(2);
        assertThat(queue.failed()).isEmpty();
    }

    @Test
    void what_a_provider_refuses_is_given_up_at_once_with_its_words_and_does_not_count() {
        account("aliyun");
        next = answer(200, "{\"Code\":\"isv.SMS_SIGNATURE_ILLEGAL\",\"Message\":\"该账号下找不到对应签名\"}");
        taken(MOBILE);
        queue.sendDue();
        SmsQueue.Failed failed = queue.failed().getFirst();
        assertThat(failed.givenUp()).isTrue();
        assertThat(KeptMessage.in(failed.error(), Language.ENGLISH))
                .contains("该账号下找不到对应签名", "isv.SMS_SIGNATURE_ILLEGAL");
        taken(MOBILE);
    }

    @Test
    void a_code_that_is_not_good_any_more_is_not_sent() {
        account("aliyun");
        taken(MOBILE);
        clock.advance(GOOD);
        queue.sendDue();
        assertThat(posts).isEmpty();
        assertThat(KeptMessage.in(queue.failed().getFirst().error(), Language.CHINESE))
                .contains("过期");
    }

    @Test
    void what_was_promised_with_one_provider_does_not_go_by_another() {
        account("aliyun");
        taken(MOBILE);
        account("simulated");
        queue.sendDue();
        assertThat(phones.received()).isEmpty();
        assertThat(queue.failed()).singleElement().matches(SmsQueue.Failed::givenUp);
    }

    @Test
    void a_number_gets_one_a_minute_and_the_test_counts_too() {
        account("aliyun");
        texter.test(MOBILE);
        assertThatThrownBy(() -> taken(MOBILE))
                .isInstanceOfSatisfying(
                        Refusal.TooMany.class,
                        refusal -> assertThat(refusal.retryAfterSeconds()).isEqualTo(60));
        taken("13900139000");
        clock.advance(Duration.ofMinutes(1));
        taken(MOBILE);
    }

    @Test
    void a_test_that_fails_says_why_at_the_setting_to_look_at_and_does_not_count() {
        account("aliyun");
        next = answer(
                404, "{\"Code\":\"InvalidAccessKeyId.NotFound\",\"Message\":\"Specified access key is not found.\"}");
        assertThatThrownBy(() -> texter.test(MOBILE)).isInstanceOfSatisfying(Refusal.Invalid.class, refusal -> {
            assertThat(refusal.errors().getFirst().field()).isEqualTo("sms.keyId");
            assertThat(refusal.reason().in(Language.ENGLISH)).contains("Specified access key is not found.");
        });
        next = YES;
        texter.test(MOBILE);
    }

    @Test
    void of_two_for_one_number_at_once_the_second_waits_for_the_first_and_is_refused() {
        account("aliyun");
        CompletableFuture<Void> second = database.dsl().transactionResult(transaction -> {
            texter.code(transaction.dsl(), MOBILE, CODE, GOOD);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> taken(MOBILE));
            Awaitility.await().until(() -> database.dsl().fetchSingle("""
                                            select count(*) from pg_locks where locktype = 'advisory' and not granted
                                              and database = (select oid from pg_database where datname = current_database())
                                            """).get(0, Integer.class) == 1);
            return other;
        });
        assertThatThrownBy(second::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(Refusal.TooMany.class);
        assertThat(database.dsl().fetch("select id from sms_queue")).hasSize(1);
    }

    @Test
    void simulated_phones_keep_the_last_messages_and_nothing_leaves() {
        account("simulated");
        assertThat(texter.simulated()).isTrue();
        for (int i = 0; i < 52; i++) {
            taken("138001380%02d".formatted(i));
        }
        queue.sendDue();
        assertThat(posts).isEmpty();
        assertThat(phones.received()).hasSize(50).first().satisfies(sms -> {
            assertThat(sms.mobile()).isEqualTo("13800138051");
            assertThat(sms.text()).contains("【恒客科技】", CODE);
        });
    }

    @Test
    void what_is_over_is_forgotten_after_a_month() {
        account("aliyun");
        taken(MOBILE);
        queue.sendDue();
        clock.advance(Duration.ofDays(29));
        queue.forgetOld();
        assertThat(database.dsl().fetch("select id from sms_queue")).hasSize(1);
        clock.advance(Duration.ofDays(2));
        queue.forgetOld();
        assertThat(database.dsl().fetch("select id from sms_queue")).isEmpty();
    }
}
