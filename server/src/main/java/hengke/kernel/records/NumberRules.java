package hengke.kernel.records;

import hengke.kernel.identity.CompanySettings;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingChanges;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.SettingSource;
import hengke.kernel.settings.SettingValues;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** By which patterns records are numbered: those of the definitions, unless the company has decided on others. */
public final class NumberRules implements SettingSource {
    private static final TextualType PATTERN = new TextualType(TextualType.Form.TEXT, 60);
    private static final long FURTHEST = 999_999_999_999L;

    private final DSLContext dsl;
    private final LiveCatalog catalog;
    private final Supplier<SettingChanges> changes;
    private final Clock clock;

    /** @param changes asked for only when something is to be changed: they know all settings, and so these */
    NumberRules(DSLContext dsl, LiveCatalog catalog, Supplier<SettingChanges> changes, Clock clock) {
        this.dsl = dsl;
        this.catalog = catalog;
        this.changes = changes;
        this.clock = clock;
    }

    private static final String CONTINUOUS = "continuous";

    /** The pattern at the moment of a write, the clock it tells the date by, and whether numbers may be left out. */
    record InForce(NumberPattern pattern, ZoneId zone, boolean gapFree) {}

    /** Where the numbers of a field stand: the next one, and how far it has been counted. */
    public record Standing(String object, String field, String setting, String pattern, String next, long count) {}

    private record Numbered(ObjectDefinition object, Field<?> field) {
        Setting<String> setting() {
            return NumberRules.setting(object, field);
        }

        Setting<String> mode() {
            return NumberRules.mode(object, field);
        }

        Stream<Setting<String>> settings() {
            return Stream.of(setting(), mode());
        }

        InForce inForce(DSLContext within) {
            return Objects.requireNonNull(NumberRules.inForce(within, object).get(field));
        }
    }

    @Override
    public SettingGroup group() {
        return SettingGroup.of(
                        "numbers",
                        50,
                        "编号规则",
                        "Numbering",
                        numbered().flatMap(Numbered::settings).toArray(Setting<?>[]::new))
                .help(
                        "前缀 + 日期 {yyyy}、{yyyyMM} 或 {yyyyMMdd} + 序号 {0000}。序号随日期每年、每月或每天重新开始，没有日期则一直累加；位数不够时自动加长。"
                                + "记录删除后号码不再使用。修改规则或取号方式不影响已有编号，也不会重复。",
                        "A prefix, a date {yyyy}, {yyyyMM} or {yyyyMMdd}, and a counter {0000}. The counter begins anew with"
                                + " the date each year, month or day, and never without one; it grows longer when it must."
                                + " Numbers of deleted records are not used again. Changing the rule, or how numbers are"
                                + " taken, changes no number there is, and repeats none.");
    }

    /** The fields of an object that are numbered. */
    static List<Field<?>> numbered(ObjectDefinition object) {
        List<Field<?>> fields = new ArrayList<>();
        for (Field<?> field : object.fields()) {
            if (field.traits().defaultValue() instanceof DefaultValue.NextNumber) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** The rules of an object's fields, all as they were decided at one moment. */
    static Map<Field<?>, InForce> inForce(DSLContext within, ObjectDefinition object) {
        List<Numbered> numbered = numbered(object).stream()
                .map(field -> new Numbered(object, field))
                .toList();
        SettingValues values = Settings.open(
                within,
                Stream.concat(numbered.stream().flatMap(Numbered::settings), Stream.of(CompanySettings.TIME_ZONE))
                        .toArray(Setting<?>[]::new));
        ZoneId zone = ZoneId.of(values.get(CompanySettings.TIME_ZONE));
        Map<Field<?>, InForce> rules = new HashMap<>();
        numbered.forEach(one -> rules.put(
                one.field(),
                new InForce(
                        NumberPattern.of(values.get(one.setting())),
                        zone,
                        values.get(one.mode()).equals(CONTINUOUS))));
        return rules;
    }

    static String counted(ObjectDefinition object, Field<?> field) {
        return object.name() + "." + field.name();
    }

    private static Setting<String> setting(ObjectDefinition object, Field<?> field) {
        String shipped =
                field.traits().defaultValue() instanceof DefaultValue.NextNumber(String pattern) ? pattern : "";
        return Setting.of(
                        "numbers." + counted(object, field),
                        PATTERN,
                        shipped,
                        object.label().chinese() + " · " + field.label().chinese(),
                        object.label().english() + " · " + field.label().english())
                .checked(pattern -> NumberPattern.fits(pattern)
                        ? Optional.empty()
                        : Optional.of(Message.of("records.numberPattern")));
    }

    private static Setting<String> mode(ObjectDefinition object, Field<?> field) {
        return Setting.of(
                        "numbers." + counted(object, field) + ".mode",
                        new ChoiceType(List.of(
                                Option.of(CONTINUOUS, "连续：不跳号，同时新建要排队", "Gap-free: those who save at once wait"),
                                Option.of("fast", "快速：不排队，可能跳号", "Fast: nobody waits, gaps are possible"))),
                        CONTINUOUS,
                        object.label().chinese() + " · " + field.label().chinese() + " · 取号方式",
                        object.label().english() + " · " + field.label().english() + " · how it is taken")
                .help(
                        "连续：号码随保存一起生效，没有保存成功的不占号；同一对象同时新建的人要等前一个保存完，导入大文件时其他人可能等几秒。"
                                + "快速：取号立即生效，互不等待；没有保存成功的号码不再使用，因此会跳号。",
                        "Gap-free: a number counts with the save, and one that fails takes none; whoever creates a record"
                                + " of the object at the same time waits for the save before, during a large import maybe for"
                                + " seconds. Fast: a number counts at once and nobody waits; that of a save that fails is"
                                + " never used, which leaves a gap.")
                .consequence(
                        "对之后新建的记录生效；已有编号不变，也不会重复。改回连续后，从当前序号继续，之前的空号不会补上。",
                        "For records created from now on; no number changes or is repeated. Back to gap-free, counting goes"
                                + " on from here; gaps left before stay.");
    }

    public List<Standing> standings() {
        return numbered().map(this::standing).toList();
    }

    private Standing standing(Numbered numbered) {
        InForce rule = numbered.inForce(dsl);
        LocalDate today = LocalDate.ofInstant(clock.instant(), rule.zone());
        long last = last(dsl, rule.pattern().counter(counted(numbered.object(), numbered.field()), today));
        return new Standing(
                numbered.object().name(),
                numbered.field().name(),
                numbered.setting().name(),
                rule.pattern().prefix() + "{" + "0".repeat(rule.pattern().digits()) + "}",
                rule.pattern().number(today, last + 1),
                last + 1);
    }

    /** Goes on counting from a higher number; never from a lower one, which might have been given already. */
    public void goOnFrom(long by, String setting, long next) {
        Numbered numbered = numbered()
                .filter(one -> one.setting().name().equals(setting))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        changes.get().beside(by, Long.MAX_VALUE, Set.of(), (within, note) -> {
            InForce rule = numbered.inForce(within);
            LocalDate today = LocalDate.ofInstant(clock.instant(), rule.zone());
            String counter = rule.pattern().counter(counted(numbered.object(), numbered.field()), today);
            within.execute("insert into running_number (name, last) values (?, 0) on conflict do nothing", counter);
            long last = within.fetchSingle("select last from running_number where name = ? for update", counter)
                    .get("last", Long.class);
            if (next <= last || next > FURTHEST) {
                throw Refusal.Invalid.at("next", Message.of("records.numberBehind", last + 1));
            }
            within.execute("update running_number set last = ? where name = ?", next - 1, counter);
            note.changed(
                    setting,
                    rule.pattern().number(today, last + 1),
                    rule.pattern().number(today, next));
        });
    }

    private static long last(DSLContext within, String counter) {
        return within.fetchOptional("select last from running_number where name = ?", counter)
                .map(row -> row.get("last", Long.class))
                .orElse(0L);
    }

    private Stream<Numbered> numbered() {
        return catalog.current().objects().stream()
                .flatMap(object -> numbered(object).stream().map(field -> new Numbered(object, field)));
    }
}
