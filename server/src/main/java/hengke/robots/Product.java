package hengke.robots;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The products whose groups have robots. */
public enum Product {
    /** 企业微信. */
    WECOM("/cgi-bin/webhook/send?key=", false, true),
    /** 钉钉. */
    DINGTALK("/robot/send?access_token=", true, true),
    /** 飞书. */
    FEISHU("/open-apis/bot/v2/hook/", true, false);

    private final String place;
    private final boolean signs;
    private final boolean calls;

    Product(String place, boolean signs, boolean calls) {
        this.place = place;
        this.signs = signs;
        this.calls = calls;
    }

    /** What every address of its robots has after the host. */
    public String place() {
        return place;
    }

    /** Can messages be signed? */
    public boolean signs() {
        return signs;
    }

    /** Can people be called by their mobile number? */
    public boolean calls() {
        return calls;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Product> of(String wire) {
        return Arrays.stream(values()).filter(each -> each.wire().equals(wire)).findFirst();
    }

    Dialect dialect() {
        return switch (this) {
            case WECOM -> new WeCom();
            case DINGTALK -> new DingTalk();
            case FEISHU -> new Feishu();
        };
    }
}
