package hengke.kernel.transfer.importing;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Nearest;
import hengke.kernel.text.Folding;
import hengke.kernel.text.value.Decimals;
import hengke.kernel.text.value.Phones;
import hengke.kernel.text.value.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Proposes where the columns of a file go: as remembered, by name, by the usual other names, by what they hold. */
public final class Matching {
    /** What stands around a title: a required mark, a unit or an explanation in brackets. */
    private static final Pattern DECORATION = Pattern.compile("[*＊:：]|[（(\\[【][^）)\\]】]*[）)\\]】]");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[a-z]{2,}", Pattern.CASE_INSENSITIVE);
    /** Other words for a field of this kind or name; the first segment of a target's name is not looked at. */
    private static final Map<String, List<String>> ALSO = Map.ofEntries(
            Map.entry("name", List.of("名称", "公司", "公司名称", "企业名称", "单位名称", "客户", "account", "company", "accountname")),
            Map.entry("contacts.name", List.of("联系人", "联系人姓名", "姓名", "contact", "contactname")),
            Map.entry("contacts.phone", List.of("联系人手机", "手机", "手机号", "手机号码", "移动电话", "mobile", "cellphone")),
            Map.entry("contacts.email", List.of("联系人邮箱")),
            Map.entry("contacts.title", List.of("联系人职务")),
            Map.entry("phone", List.of("电话", "联系电话", "公司电话", "手机", "手机号", "手机号码", "移动电话", "tel", "telephone")),
            Map.entry("region", List.of("省份", "省", "城市", "市", "区县", "区", "县", "地区", "所在地", "province", "city", "district", "location", "officelocation")),
            Map.entry("industry", List.of("所属行业", "sector")),
            Map.entry("employees", List.of("人数", "员工数", "公司规模", "headcount")),
            Map.entry("revenue", List.of("营业额", "年营收", "营收", "合同金额", "金额", "amount", "annualrevenue")),
            Map.entry("creditCode", List.of("信用代码", "税号", "纳税人识别号", "社会信用代码")),
            Map.entry("parent", List.of("母公司", "总公司", "subsidiaryof", "parent")),
            Map.entry("owner", List.of("销售", "业务员", "跟进人", "所属人", "salesagent")),
            Map.entry("email", List.of("电子邮件", "电子邮箱", "mail")),
            Map.entry("remarks", List.of("说明", "描述", "notes")),
            Map.entry("website", List.of("官网", "网站", "公司网址", "url")));

    private Matching() {}

    /** A column of the file with a few of its values. */
    public record Column(int index, String title, List<String> samples) {}

    /** How sure the proposal is, surest first. */
    public enum Confidence {
        REMEMBERED,
        EXACT,
        SIMILAR,
        GUESSED,
        NONE
    }

    public record Proposal(@Nullable Target target, Confidence confidence) {
        static final Proposal NOTHING = new Proposal(null, Confidence.NONE);
    }

    /**
     * One proposal for each column. A target is given once, but a region may be spread over several columns.
     *
     * @param remembered targets by title as {@link #key} writes it
     */
    public static List<Proposal> propose(List<Column> columns, List<Target> targets, Map<String, String> remembered) {
        Proposal[] proposals = new Proposal[columns.size()];
        Set<Target> given = new HashSet<>();
        for (Confidence confidence : Confidence.values()) {
            for (int i = 0; i < columns.size(); i++) {
                if (proposals[i] == null) {
                    List<Target> free = targets.stream()
                            .filter(target -> !given.contains(target) || spreads(target.field()))
                            .toList();
                    Optional<Target> found = find(confidence, columns.get(i), free, remembered);
                    if (found.isPresent()) {
                        given.add(found.get());
                        proposals[i] = new Proposal(found.get(), confidence);
                    }
                }
            }
        }
        List<Proposal> all = new ArrayList<>();
        for (Proposal proposal : proposals) {
            all.add(proposal == null ? Proposal.NOTHING : proposal);
        }
        return all;
    }

    /** A title without decoration, case, width and space, by which it is compared and remembered. */
    public static String key(String title) {
        return Folding.compact(Folding.fold(DECORATION.matcher(title).replaceAll(""))).replace("_", "");
    }

    static boolean spreads(Field<?> field) {
        return field.type() instanceof TreeChoiceType(TreeChoiceType.Divisions());
    }

    private static Optional<Target> find(
            Confidence confidence, Column column, List<Target> targets, Map<String, String> remembered) {
        String title = key(column.title());
        return switch (confidence) {
            case REMEMBERED -> byName(targets, remembered.get(title));
            case EXACT -> title.isEmpty() ? Optional.empty() : exact(title, targets);
            case SIMILAR -> title.isEmpty() ? Optional.empty() : similar(title, targets);
            case GUESSED -> guessed(column, targets);
            case NONE -> Optional.empty();
        };
    }

    private static Optional<Target> byName(List<Target> targets, @Nullable String name) {
        return targets.stream().filter(target -> target.name().equals(name)).findFirst();
    }

    private static Optional<Target> exact(String title, List<Target> targets) {
        return targets.stream()
                .filter(target -> names(target).contains(title))
                .findFirst()
                .or(() -> targets.stream()
                        .filter(target -> ALSO.getOrDefault(target.name(), List.of()).contains(title))
                        .max(Comparator.comparing(target -> target.child() != null)));
    }

    private static Set<String> names(Target target) {
        Set<String> names = new HashSet<>();
        for (Language language : Language.values()) {
            String label = key(target.field().label().in(language));
            names.add(target.child() == null ? label : key(target.child().object().label().in(language)) + label);
        }
        names.add(key(target.name()));
        return names;
    }

    private static Optional<Target> similar(String title, List<Target> targets) {
        Map<String, Target> byName = new HashMap<>();
        for (Target target : targets) {
            names(target).forEach(name -> byName.putIfAbsent(name, target));
            ALSO.getOrDefault(target.name(), List.of()).forEach(name -> byName.putIfAbsent(name, target));
        }
        if (title.length() < 3) {
            return Optional.empty();
        }
        return Nearest.of(title, byName.keySet().stream().filter(name -> name.length() >= 3).toList()).map(byName::get);
    }

    /** Only where the values leave no doubt: addresses of mail, phone numbers, amounts of money under a money title. */
    private static Optional<Target> guessed(Column column, List<Target> targets) {
        List<String> values = column.samples().stream().filter(value -> !value.isBlank()).toList();
        if (values.size() < 2) {
            return Optional.empty();
        }
        if (values.stream().allMatch(value -> EMAIL.matcher(value.strip()).matches())) {
            return ofForm(targets, TextualType.Form.EMAIL);
        }
        if (values.stream().allMatch(value -> Phones.read(value) instanceof Reading.Value<String> && value.replaceAll("\\D", "").length() >= 10)) {
            return ofForm(targets, TextualType.Form.PHONE);
        }
        boolean money = values.stream().anyMatch(value -> value.contains("¥") || value.contains("￥") || value.contains("元"));
        if (money && values.stream().allMatch(value -> Decimals.money(value) instanceof Reading.Value<?>)) {
            return targets.stream()
                    .filter(target -> target.field().type() instanceof MoneyType)
                    .findFirst();
        }
        return Optional.empty();
    }

    private static Optional<Target> ofForm(List<Target> targets, TextualType.Form form) {
        return targets.stream()
                .filter(target -> target.field().type() instanceof TextualType(TextualType.Form its, int _) && its == form)
                .findFirst();
    }

    /** The fields a row must fill for its record to be complete. */
    static boolean required(Field<?> field) {
        return field.traits().is(Trait.REQUIRED) && field.traits().defaultValue() == null;
    }
}
