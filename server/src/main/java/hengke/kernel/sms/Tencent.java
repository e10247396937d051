package hengke.kernel.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import hengke.kernel.outbound.Answer;
import hengke.kernel.outbound.Outbound;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** 腾讯云短信: {@code SendSms} of 2021-01-11, a JSON body, signed by TC3-HMAC-SHA256. */
final class Tencent implements Dialect {
    private static final String SERVICE = "sms";
    private static final String ALGORITHM = "TC3-HMAC-SHA256";
    private static final String TYPE = "application/json; charset=utf-8";
    private static final String SIGNED = "content-type;host";

    @Override
    public Outbound.Post post(SmsAccount account, Sms sms, Instant at, String nonce) {
        ObjectNode asked = JsonMapper.shared()
                .createObjectNode()
                .put("SmsSdkAppId", account.appId())
                .put("SignName", account.signName())
                .put("TemplateId", sms.template(account));
        asked.putArray("PhoneNumberSet").add("+86" + sms.mobile());
        sms.values().values().forEach(asked.putArray("TemplateParamSet")::add);
        String body = asked.toString();
        String host = host(SERVICE);
        return new Outbound.Post(
                URI.create("https://" + host + "/"),
                Map.of(
                        "Content-Type",
                        TYPE,
                        "X-TC-Action",
                        "SendSms",
                        "X-TC-Version",
                        "2021-01-11",
                        "X-TC-Region",
                        account.region(),
                        "X-TC-Timestamp",
                        String.valueOf(at.getEpochSecond()),
                        "Authorization",
                        authorization(account.keyId(), account.secret(), SERVICE, body, at)),
                body.getBytes(UTF_8),
                PATIENCE,
                LONGEST_ANSWER,
                false);
    }

    /** Of a POST of JSON to a service. */
    static String authorization(String keyId, String secret, String service, String body, Instant at) {
        String day = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
        String scope = day + "/" + service + "/tc3_request";
        String asked = "POST\n/\n\ncontent-type:" + TYPE + "\nhost:" + host(service) + "\n\n" + SIGNED + "\n"
                + Signing.hash(body);
        byte[] key =
                Signing.hmac(Signing.hmac(Signing.hmac(("TC3" + secret).getBytes(UTF_8), day), service), "tc3_request");
        byte[] signature =
                Signing.hmac(key, ALGORITHM + "\n" + at.getEpochSecond() + "\n" + scope + "\n" + Signing.hash(asked));
        return ALGORITHM + " Credential=" + keyId + "/" + scope + ", SignedHeaders=" + SIGNED + ", Signature="
                + HexFormat.of().formatHex(signature);
    }

    private static String host(String service) {
        return service + ".tencentcloudapi.com";
    }

    /** What was wrong with the call stands in {@code Error}, what was wrong with the one message in its status. */
    @Override
    public Optional<ProviderFault> refused(Answer answer) {
        JsonNode response = ProviderFault.said(answer).path("Response");
        JsonNode told = response.has("Error") ? response.path("Error") : response.at("/SendStatusSet/0");
        String code = told.path("Code").asString("");
        return answer.success() && code.equals("Ok")
                ? Optional.empty()
                : Optional.of(
                        ProviderFault.of(answer, code, told.path("Message").asString("")));
    }
}
