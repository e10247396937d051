package hengke.sales;

import hengke.kernel.metadata.Field;
import hengke.kernel.text.value.Reading;
import hengke.kernel.transfer.importing.WrittenValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Reads one piece of text, such as a visiting card or the end of a mail, into the fields of a lead: what is labelled by
 * its label, numbers and addresses by their form, companies and posts by how they end. What is none of it is what they
 * need.
 */
@Component
public final class PastedLead {
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern URL = Pattern.compile("(?:https?://|www\\.)[^\\s，,；;]+");
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)");
    private static final Pattern LANDLINE =
            Pattern.compile("(?<!\\d)(?:\\+?86[- ]?)?\\(?0\\d{2,3}\\)?[- ]?\\d{7,8}(?:[-转]\\d{1,6})?(?!\\d)");
    private static final Pattern WECHAT = Pattern.compile("(?i)(?:微信号?|wechat|vx|wx)[:：\\s]*([a-z][\\w-]{5,19})");
    private static final Pattern LABEL = Pattern.compile("^([\\p{L}/ ]{2,12})[:：]\\s*(.*)$");
    private static final Pattern PARTS = Pattern.compile("[\\n\\r\\t，,；;|、]+|\\s{2,}");
    private static final Pattern COMPANY =
            Pattern.compile("(?i).{2,}(?:公司|集团|厂|中心|研究院|研究所|设计院|大学|学院|医院|银行|事务所|工作室|商行|酒店|协会|合作社"
                    + "|co\\.?,? ?ltd\\.?|inc\\.?|llc|gmbh|corp\\.?|limited)(?:[（(].{1,10}[）)])?(?:.{2,8}分公司)?$");
    private static final Pattern POST = Pattern.compile(
            "(?i)(?:[^ \\p{IsHan}][^\\p{IsHan}]{0,30}|[\\p{IsHan}/]{0,10})(?:总裁|总监|经理|主管|主任|董事|厂长|院长|校长|处长|科长|部长|工程师|专员|助理"
                    + "|负责人|合伙人|顾问|秘书|采购|销售|\\bc[etfoim]o\\b|\\bvp\\b|director|manager|engineer|buyer)$");
    private static final Pattern PERSON =
            Pattern.compile("[\\p{IsHan}]{2,4}|[\\p{IsHan}]{1,4}(?:先生|女士|小姐|总)|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}");
    private static final Pattern PLACE = Pattern.compile(".*(?:省|市|区|县|镇|路|街|大道|号|楼|室|广场|大厦).*");
    private static final Pattern PHONE_WORD =
            Pattern.compile("(?i)^(?:手机|电话|座机|邮箱|e-?mail|tel|mobile|mail|网址|主页|web|m|t|e)[:：]?$");

    private final Lead lead;
    private final WrittenValues written;

    PastedLead(Lead lead, WrittenValues written) {
        this.lead = lead;
        this.written = written;
    }

    /** The values that the text tells, by field; a field is told at most once. */
    public Map<Field<?>, Object> read(String text) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>();
        String left = taken(lead.email, EMAIL, text, values);
        left = taken(lead.website, URL, left, values);
        left = taken(lead.phone, MOBILE, left, values);
        left = taken(lead.landline, LANDLINE, left, values);
        left = taken(lead.wechat, WECHAT, left, values);
        for (String part : PARTS.split(left)) {
            part(part.strip(), values, rest);
        }
        if (!rest.isEmpty()) {
            values.putIfAbsent(lead.need, String.join("\n", rest));
        }
        return values;
    }

    /** Takes the first text of this form out. */
    private String taken(Field<?> field, Pattern form, String text, Map<Field<?>, Object> values) {
        Matcher found = form.matcher(text);
        if (!found.find()) {
            return text;
        }
        String value = found.groupCount() > 0 ? found.group(1) : found.group();
        return put(field, value, values) ? text.substring(0, found.start()) + "\n" + text.substring(found.end()) : text;
    }

    private void part(String part, Map<Field<?>, Object> values, List<String> rest) {
        if (part.isEmpty() || PHONE_WORD.matcher(part).matches()) {
            return;
        }
        Matcher label = LABEL.matcher(part);
        if (label.matches()) {
            Optional<Field<?>> named = named(label.group(1).strip());
            if (label.group(2).isBlank() && named.isPresent()
                    || named.filter(field -> put(field, label.group(2), values)).isPresent()) {
                return;
            }
        }
        if (!recognised(part, values)) {
            String[] words = part.split(" ");
            if (words.length > 1 && !PERSON.matcher(part).matches()) {
                List<String> unknown = new ArrayList<>();
                for (String word : words) {
                    if (!word.isBlank() && !PHONE_WORD.matcher(word).matches() && !recognised(word, values)) {
                        unknown.add(word);
                    }
                }
                if (!unknown.isEmpty()) {
                    rest.add(String.join(" ", unknown));
                }
            } else {
                rest.add(part);
            }
        }
    }

    /** By how it looks; a company before a post, so that 销售公司 is one; Chinese words stand without spaces. */
    private boolean recognised(String part, Map<Field<?>, Object> values) {
        if (COMPANY.matcher(part).matches() && put(lead.company, part, values)) {
            return true;
        }
        if (PERSON.matcher(part).matches() && !PLACE.matcher(part).matches() && put(lead.fullName, part, values)) {
            return true;
        }
        if (POST.matcher(part).matches() && put(lead.title, part, values)) {
            return true;
        }
        if (PLACE.matcher(part).matches()) {
            boolean region = put(lead.region, part, values);
            return put(lead.address, part, values) || region;
        }
        return false;
    }

    /** The field that people call so. */
    private Optional<Field<?>> named(String word) {
        return List.<Field<?>>of(
                        lead.fullName,
                        lead.company,
                        lead.title,
                        lead.phone,
                        lead.landline,
                        lead.email,
                        lead.wechat,
                        lead.website,
                        lead.region,
                        lead.address,
                        lead.need)
                .stream()
                .filter(field -> field.label().chinese().equals(word)
                        || field.label().english().equalsIgnoreCase(word)
                        || field.traits().otherNames().stream().anyMatch(word::equalsIgnoreCase))
                .findFirst();
    }

    private boolean put(Field<?> field, String text, Map<Field<?>, Object> values) {
        if (values.containsKey(field) || text.isBlank()) {
            return false;
        }
        if (written.read(field, text.strip()) instanceof Reading.Value<?>(Object value)) {
            values.put(field, value);
            return true;
        }
        return false;
    }
}
