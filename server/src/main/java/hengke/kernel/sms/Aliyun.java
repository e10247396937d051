package hengke.kernel.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import hengke.kernel.outbound.Answer;
import hengke.kernel.outbound.Outbound;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 阿里云短信: {@code SendSms} of 2017-05-25, everything in the query, signed by ACS3-HMAC-SHA256. */
final class Aliyun implements Dialect {
    private static final String HOST = "dysmsapi.aliyuncs.com";
    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    @Override
    public Outbound.Post post(SmsAccount account, Sms sms, Instant at, String nonce) {
        String query = query(new TreeMap<>(Map.of(
                "PhoneNumbers",
                sms.mobile(),
                "SignName",
                account.signName(),
                "TemplateCode",
                sms.template(account),
                "TemplateParam",
                JsonMapper.shared().valueToTree(sms.values()).toString())));
        SortedMap<String, String> signed = new TreeMap<>(Map.of(
                "host",
                HOST,
                "x-acs-action",
                "SendSms",
                "x-acs-content-sha256",
                Signing.hash(""),
                "x-acs-date",
                at.truncatedTo(ChronoUnit.SECONDS).toString(),
                "x-acs-signature-nonce",
                nonce,
                "x-acs-version",
                "2017-05-25"));
        Map<String, String> headers = new HashMap<>(signed);
        headers.remove("host");
        headers.put("Authorization", authorization(account.keyId(), account.secret(), query, signed));
        headers.put("Accept", "application/json");
        return new Outbound.Post(
                URI.create("https://" + HOST + "/?" + query), headers, new byte[0], PATIENCE, LONGEST_ANSWER, false);
    }

    /** Of a POST without a body. */
    static String authorization(String keyId, String secret, String query, SortedMap<String, String> headers) {
        String names = String.join(";", headers.keySet());
        String asked = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining("", "POST\n/\n" + query + "\n", "\n" + names + "\n" + Signing.hash("")));
        byte[] signature = Signing.hmac(secret.getBytes(UTF_8), ALGORITHM + "\n" + Signing.hash(asked));
        return ALGORITHM + " Credential=" + keyId + ",SignedHeaders=" + names + ",Signature="
                + HexFormat.of().formatHex(signature);
    }

    /** By the names, in the encoding of RFC 3986. */
    static String query(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    @Override
    public Optional<ProviderFault> refused(Answer answer) {
        JsonNode said = ProviderFault.said(answer);
        String code = said.path("Code").asString("");
        return answer.success() && code.equals("OK")
                ? Optional.empty()
                : Optional.of(
                        ProviderFault.of(answer, code, said.path("Message").asString("")));
    }
}
