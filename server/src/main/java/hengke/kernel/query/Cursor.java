package hengke.kernel.query;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * A position in a list as an opaque text: the sort values and id of the last record seen. It is bound to object and sort
 * by a check sum. There is nothing secret in it, and its values only ever become bound parameters of the right type.
 */
final class Cursor {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_LENGTH = 16_000;
    private static final int MAX_DIGITS = 60;
    private static final int SUM_LENGTH = 12;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Cursor() {}

    static String write(PageOrder order, String object, PageOrder.Position position) {
        ArrayNode values = JSON.createArrayNode();
        for (Object value : position.values()) {
            if (value == null) {
                values.addNull();
            } else {
                values.add(value.toString());
            }
        }
        values.add(Long.toString(position.id()));
        String text = values.toString();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sum(order, object, text) + text).getBytes(StandardCharsets.UTF_8));
    }

    static PageOrder.Position read(String cursor, PageOrder order, String object) {
        try {
            if (cursor.length() > MAX_LENGTH) {
                throw unreadable();
            }
            String decoded = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String text = decoded.substring(Math.min(SUM_LENGTH, decoded.length()));
            if (!decoded.startsWith(sum(order, object, text))) {
                throw unreadable();
            }
            return position(JSON.readTree(text), order);
        } catch (IllegalArgumentException | JacksonException | DateTimeException e) {
            throw unreadable();
        }
    }

    private static PageOrder.Position position(JsonNode json, PageOrder order) {
        int keys = order.keys().size();
        if (!json.isArray() || json.size() != keys + 1) {
            throw unreadable();
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            JsonNode value = json.get(i);
            values.add(
                    value.isNull()
                            ? null
                            : value(
                                    value.stringValue(),
                                    order.keys().get(i).type().getType()));
        }
        return new PageOrder.Position(values, Long.parseLong(json.get(keys).stringValue()));
    }

    private static Object value(String text, Class<?> type) {
        if (type == String.class) {
            return text(text);
        }
        if (text.length() > MAX_DIGITS) {
            throw unreadable();
        }
        if (type == Long.class) {
            return Long.valueOf(text);
        } else if (type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == BigDecimal.class) {
            return decimal(text);
        } else if (type == Boolean.class) {
            return Boolean.valueOf(text);
        } else if (type == LocalDate.class) {
            LocalDate day = LocalDate.parse(text);
            return inRange(day, day.getYear() >= 1 && day.getYear() <= 9999);
        } else {
            Instant moment = Instant.parse(text);
            return inRange(moment, moment.isAfter(Instant.parse("0001-01-01T00:00:00Z")) && !moment.isAfter(LATEST));
        }
    }

    private static Object text(String text) {
        boolean storable =
                text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        return inRange(text, storable);
    }

    private static Object decimal(String text) {
        BigDecimal value = new BigDecimal(text);
        return inRange(value, Math.abs((long) value.scale()) <= MAX_DIGITS);
    }

    private static Object inRange(Object value, boolean inRange) {
        if (!inRange) {
            throw unreadable();
        }
        return value;
    }

    private static String sum(PageOrder order, String object, String values) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((order.signature(object) + '\n' + values).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, SUM_LENGTH / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refusal unreadable() {
        return new Refusal.Unreadable(Message.of("query.cursor"));
    }
}
