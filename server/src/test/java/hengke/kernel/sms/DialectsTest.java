package hengke.kernel.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.outbound.Answer;
import hengke.kernel.outbound.Outbound;
import hengke.kernel.problem.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each provider is asked, to the letter, and what its answers mean. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DialectsTest {
    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    private static final Sms SMS = Sms.code("13800138000", "012345");
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static SmsAccount account(SmsProvider provider, String template) {
        return new SmsAccount(provider, "KEY", "SECRET", "恒客科技", template, "1400006666", "ap-guangzhou");
    }

    /** The example with fixed values in the provider's description of its signature V3. */
    @Test
    void a_call_of_aliyun_is_signed_as_its_own_example_is() {
        String query = Aliyun.query(new TreeMap<>(
                Map.of("RegionId", "cn-shanghai", "ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd")));
        String signed = Aliyun.authorization(
                "YourAccessKeyId",
                "YourAccessKeySecret",
                query,
                new TreeMap<>(Map.of(
                        "host",
                        "ecs.cn-shanghai.aliyuncs.com",
                        "x-acs-action",
                        "RunInstances",
                        "x-acs-content-sha256",
                        EMPTY,
                        "x-acs-date",
                        "2023-10-26T10:22:32Z",
                        "x-acs-signature-nonce",
                        "3156853299f313e23d1673dc12e1703d",
                        "x-acs-version",
                        "2014-05-26")));
        assertThat(signed)
                .isEqualTo("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                        + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                        + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    /** The example in the provider's description of TC3-HMAC-SHA256. */
    @Test
    void a_call_of_tencent_is_signed_as_its_own_example_is() {
        String body =
                "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], \"Name\": \"instance-name\"}]}";
        assertThat(Tencent.authorization(
                        "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
                        "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE",
                        "cvm",
                        body,
                        Instant.ofEpochSecond(1_551_113_065)))
                .isEqualTo("TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request,"
                        + " SignedHeaders=content-type;host,"
                        + " Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
    }

    @Test
    void a_notice_goes_by_its_own_template_with_its_gaps() {
        Sms sms = new Sms(
                "13800138000",
                new SmsTemplate(1, "发货", "1110", "{1}已发往{2}", 1)
                        .filled(gap -> gap.equals("1") ? "SO-1" : "上海")
                        .orElseThrow());
        Outbound.Post post = new Tencent().post(account(SmsProvider.TENCENT, "9"), sms, AT, "n-1");
        assertThat(new String(post.body(), UTF_8))
                .contains("\"TemplateId\":\"1110\"", "\"TemplateParamSet\":[\"SO-1\",\"上海\"]");
        assertThat(new Aliyun()
                        .post(account(SmsProvider.ALIYUN, "9"), sms, AT, "n-1")
                        .address()
                        .getQuery())
                .contains("TemplateCode=1110");
    }

    @Test
    void aliyun_is_asked_in_the_query() {
        Outbound.Post post = new Aliyun().post(account(SmsProvider.ALIYUN, "SMS_154950909"), SMS, AT, "n-1");
        assertThat(post.address())
                .hasToString("https://dysmsapi.aliyuncs.com/?PhoneNumbers=13800138000"
                        + "&SignName=%E6%81%92%E5%AE%A2%E7%A7%91%E6%8A%80&TemplateCode=SMS_154950909"
                        + "&TemplateParam=%7B%22code%22%3A%22012345%22%7D");
        assertThat(post.body()).isEmpty();
        assertThat(post.headers())
                .containsEntry("x-acs-action", "SendSms")
                .containsEntry("x-acs-version", "2017-05-25")
                .containsEntry("x-acs-date", "2026-11-22T09:00:00Z")
                .containsEntry("x-acs-signature-nonce", "n-1")
                .containsEntry("x-acs-content-sha256", EMPTY)
                .doesNotContainKey("host");
        // reckoned by a program of another language
        assertThat(post.headers().get("Authorization"))
                .endsWith("Signature=0a2eb5ab4f94b3a72e950c9de465a54ad5c29ddf0711edd8442717857d6a4757");
    }

    @Test
    void tencent_is_asked_in_the_body() {
        Outbound.Post post = new Tencent().post(account(SmsProvider.TENCENT, "1110"), SMS, AT, "unused");
        assertThat(post.address()).hasToString("https://sms.tencentcloudapi.com/");
        assertThat(new String(post.body(), UTF_8))
                .isEqualTo("{\"SmsSdkAppId\":\"1400006666\",\"SignName\":\"恒客科技\",\"TemplateId\":\"1110\","
                        + "\"PhoneNumberSet\":[\"+8613800138000\"],\"TemplateParamSet\":[\"012345\"]}");
        assertThat(post.headers())
                .containsEntry("X-TC-Action", "SendSms")
                .containsEntry("X-TC-Version", "2021-01-11")
                .containsEntry("X-TC-Region", "ap-guangzhou")
                .containsEntry("X-TC-Timestamp", "1795338000");
        // reckoned by a program of another language
        assertThat(post.headers().get("Authorization"))
                .endsWith("Signature=177351d2aa0fcdd81e7bc87eaf96cc56b151baff8afb2dea8c892608bf5ea282");
    }

    @Test
    void what_stands_in_a_query_is_encoded_as_the_signature_demands() {
        assertThat(Aliyun.query(new TreeMap<>(Map.of("k", "a b*c~d+e/中")))).isEqualTo("k=a%20b%2Ac~d%2Be%2F%E4%B8%AD");
    }

    @Test
    void only_the_word_for_yes_is_a_yes_whatever_the_status_says() {
        assertThat(new Aliyun().refused(answer(200, "{\"Code\":\"OK\",\"Message\":\"OK\",\"BizId\":\"9\"}")))
                .isEmpty();
        assertThat(new Tencent()
                        .refused(answer(
                                200,
                                "{\"Response\":{\"SendStatusSet\":[{\"Code\":\"Ok\",\"Message\":\"send success\"}]}}")))
                .isEmpty();
        for (String nonsense : List.of("", "OK", "[]", "{}", "null", "<html></html>", "{\"Response\":{}}")) {
            assertThat(new Aliyun().refused(answer(200, nonsense))).as(nonsense).isPresent();
            assertThat(new Tencent().refused(answer(200, nonsense)))
                    .as(nonsense)
                    .hasValueSatisfying(fault -> assertThat(fault.code()).isEqualTo("HTTP 200"));
        }
        assertThat(new Aliyun().refused(answer(503, "{\"Code\":\"OK\"}"))).isPresent();
    }

    @Test
    void a_no_is_said_in_the_words_of_the_provider() {
        ProviderFault fault = new Tencent()
                .refused(
                        answer(
                                200,
                                "{\"Response\":{\"Error\":{\"Code\":\"AuthFailure.SecretIdNotFound\",\"Message\":\"The SecretId\\n is not found\"}}}"))
                .orElseThrow();
        assertThat(fault.reason().in(Language.CHINESE))
                .contains("The SecretId is not found", "AuthFailure.SecretIdNotFound");
    }

    @ParameterizedTest
    @CsvSource({
        "isv.SMS_SIGNATURE_ILLEGAL, sms.signName, false",
        "isv.SMS_SIGN_ILLEGAL, sms.signName, false",
        "isv.SMS_TEMPLATE_ILLEGAL, sms.template, false",
        "isv.TEMPLATE_MISSING_PARAMETERS, sms.template, false",
        "isv.MOBILE_NUMBER_ILLEGAL, mobile, false",
        "isv.BUSINESS_LIMIT_CONTROL, sms.provider, false",
        "isv.OUT_OF_SERVICE, sms.provider, false",
        "isp.SYSTEM_ERROR, sms.provider, true",
        "Throttling.User, sms.provider, true",
        "InvalidAccessKeyId.NotFound, sms.keyId, false",
        "SignatureDoesNotMatch, sms.secret, false",
        "AuthFailure.SecretIdNotFound, sms.keyId, false",
        "AuthFailure.SignatureFailure, sms.secret, false",
        "FailedOperation.SignatureIncorrectOrUnapproved, sms.signName, false",
        "FailedOperation.TemplateIncorrectOrUnapproved, sms.template, false",
        "UnauthorizedOperation.SmsSdkAppIdVerifyFail, sms.appId, false",
        "InvalidParameterValue.IncorrectPhoneNumber, mobile, false",
        "RequestLimitExceeded, sms.provider, true",
        "InternalError.Timeout, sms.provider, true"
    })
    void what_to_look_at_and_whether_to_try_again_is_told_by_the_code(String code, String setting, boolean passing) {
        ProviderFault fault = ProviderFault.of(answer(200, ""), code, "");
        assertThat(fault.setting()).isEqualTo(setting);
        assertThat(fault.passing()).isEqualTo(passing);
    }

    @Test
    void a_server_that_is_ill_or_busy_is_asked_again() {
        assertThat(ProviderFault.of(answer(502, ""), "", "").passing()).isTrue();
        assertThat(ProviderFault.of(answer(429, ""), "", "").passing()).isTrue();
        assertThat(ProviderFault.of(answer(403, ""), "", "").passing()).isFalse();
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Map.of(), body.getBytes(UTF_8));
    }
}
