package hengke.robots;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.problem.Language;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What each product is told, to the letter, and what its answers mean. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DialectTest {
    private static final Instant AT = Instant.ofEpochMilli(1_577_262_236_757L);
    private static final List<String> MOBILES = List.of("13800000001", "13800000002");

    @Test
    void to_wecom_the_called_stand_beside_the_text() {
        Dialect.Posting posting = new WeCom().posting(URI.create("https://h/?key=k"), "unused", "你好", MOBILES, AT);
        assertThat(posting.address()).hasToString("https://h/?key=k");
        assertThat(posting.body()).isEqualTo(JsonMapper.shared().readTree("""
                {"msgtype":"text","text":{"content":"你好",
                "mentioned_mobile_list":["13800000001","13800000002"]}}"""));
    }

    @Test
    void to_dingtalk_the_address_is_signed_and_the_text_names_the_called() {
        Dialect.Posting posting = new DingTalk()
                .posting(URI.create("https://h/robot/send?access_token=t"), "this is secret", "你好", MOBILES, AT);
        assertThat(posting.address())
                .hasToString("https://h/robot/send?access_token=t&timestamp=1577262236757"
                        + "&sign=hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D");
        assertThat(posting.body()).isEqualTo(JsonMapper.shared().readTree("""
                {"msgtype":"text","text":{"content":"你好\\n@13800000001 @13800000002"},
                "at":{"atMobiles":["13800000001","13800000002"]}}"""));
    }

    @Test
    void to_feishu_the_body_is_signed_and_nobody_is_called() {
        Dialect.Posting posting = new Feishu()
                .posting(URI.create("https://h/hook/1"), "demo", "你好", MOBILES, Instant.ofEpochSecond(1_599_360_473L));
        assertThat(posting.address()).hasToString("https://h/hook/1");
        assertThat(posting.body()).isEqualTo(JsonMapper.shared().readTree("""
                {"timestamp":"1599360473","sign":"l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=",
                "msg_type":"text","content":{"text":"你好"}}"""));
    }

    @Test
    void without_a_secret_nothing_is_signed() {
        URI address = URI.create("https://h/x");
        assertThat(new DingTalk().posting(address, null, "x", List.of(), AT).address())
                .isEqualTo(address);
        assertThat(new Feishu().posting(address, null, "x", List.of(), AT).body())
                .isEqualTo(JsonMapper.shared().readTree("{\"msg_type\":\"text\",\"content\":{\"text\":\"x\"}}"));
    }

    @Test
    void only_a_zero_is_a_yes() {
        assertThat(new WeCom().refused("{\"errcode\":0,\"errmsg\":\"ok\"}")).isEmpty();
        assertThat(new Feishu().refused("{\"code\":0,\"msg\":\"success\",\"data\":{}}"))
                .isEmpty();
        assertThat(new WeCom().refused("{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}"))
                .hasValueSatisfying(
                        said -> assertThat(said.in(Language.CHINESE)).contains("93000 invalid webhook url"));
        assertThat(new Feishu().refused("{\"code\":19021,\"msg\":\"sign match fail\"}"))
                .hasValueSatisfying(
                        said -> assertThat(said.in(Language.ENGLISH)).contains("19021 sign match fail"));
        for (String nonsense : List.of("", "ok", "[]", "{}", "{\"errcode\":\"0\"}", "<html></html>", "null")) {
            assertThat(new DingTalk().refused(nonsense)).as(nonsense).isPresent();
        }
    }
}
