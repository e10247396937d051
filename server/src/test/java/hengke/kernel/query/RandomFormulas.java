package hengke.kernel.query;

import hengke.kernel.metadata.formula.ValueKind;
import java.util.List;
import java.util.Random;

/** Formulas of every function over {@link Depot.Parcel}, as people would write them. */
final class RandomFormulas {
    private final Random random;

    RandomFormulas(Random random) {
        this.random = random;
    }

    String of(ValueKind kind, int depth) {
        return switch (kind) {
            case NUMBER -> number(depth);
            case TEXT, CODE -> text(depth);
            case DATE -> day(depth);
            case MOMENT -> moment(depth);
            case FLAG -> flag(depth);
            case NOTHING -> "空值";
        };
    }

    private String number(int depth) {
        if (depth == 0) {
            return one(
                    "件数", "重量", "[价格]", "仓.费率", "Pieces", "{weight}", "0", "1", "2.5", "-3", "0.0625", "7", "空值 + 1");
        }
        int d = depth - 1;
        return switch (random.nextInt(20)) {
            case 0, 1 -> "(" + number(d) + " + " + number(d) + ")";
            case 2 -> "(" + number(d) + " - " + number(d) + ")";
            case 3 -> number(d) + " × " + number(d);
            case 4, 5 -> "(" + number(d) + ") / (" + number(d) + ")";
            case 6 -> "(" + number(d) + " % (" + number(d) + "))";
            case 7 -> "-(" + number(d) + ")";
            case 8 -> "如果(" + flag(d) + "，" + number(d) + "，" + number(d) + ")";
            case 9 -> "case(时效, \"特快\", " + number(d) + ", \"slow\", " + number(d) + ", " + number(d) + ")";
            case 10 -> "coalesce(" + number(d) + ", " + number(d) + ")";
            case 11 -> "round(" + number(d) + ", " + random.nextInt(4) + ")";
            case 12 -> one("floor", "ceil", "abs", "绝对值") + "(" + number(d) + ")";
            case 13 -> one("min", "max", "最大值") + "(" + number(d) + ", " + number(d) + ", " + number(d) + ")";
            case 14 -> "length(" + text(d) + ")";
            case 15 -> one("year", "month", "day", "weekday", "年", "星期几") + "(" + anyDay(d) + ")";
            case 16 -> "daysBetween(" + anyDay(d) + ", " + anyDay(d) + ")";
            case 17 -> "(" + anyDay(d) + " - " + anyDay(d) + ")";
            case 18 -> "case(" + number(d) + ", 1, " + number(d) + ", 2.50, " + number(d) + ")";
            default -> number(d);
        };
    }

    private String text(int depth) {
        if (depth == 0) {
            return one(
                    "品名",
                    "[说明/备注]",
                    "(时效 & \"\")",
                    "仓.仓库名",
                    "仓",
                    "保管人",
                    "\"华为\"",
                    "\"a\"",
                    "“ 空格 ”",
                    "\"𠮷野家\"",
                    "\"\"");
        }
        int d = depth - 1;
        return switch (random.nextInt(12)) {
            case 0, 1 -> "(" + text(d) + " & " + text(d) + ")";
            case 2 -> "(" + number(d) + " & " + text(d) + ")";
            case 3 -> "(" + anyDay(d) + " & \"起\")";
            case 4 -> one("left", "right", "右取") + "(" + text(d) + ", " + number(d) + ")";
            case 5 -> "mid(" + text(d) + ", " + number(d) + ", " + number(d) + ")";
            case 6 -> one("upper", "lower", "trim", "去空格") + "(" + text(d) + ")";
            case 7 -> "if(" + flag(d) + ", " + text(d) + ")";
            case 8 -> "空值取(" + text(d) + ", " + text(d) + ")";
            case 9 -> "分情况(" + text(d) + ", \"华为\", " + text(d) + ", " + text(d) + ")";
            case 10 -> "(" + moment(d) + " & \"\")";
            default -> text(d);
        };
    }

    private String anyDay(int depth) {
        return random.nextInt(3) == 0 ? moment(depth) : day(depth);
    }

    private String day(int depth) {
        if (depth == 0) {
            return one("寄出日", "仓.启用日", "today()", "2024-02-29", "2023-12-31", "0001-01-01", "9999-12-31", "2026-01-31");
        }
        int d = depth - 1;
        return switch (random.nextInt(8)) {
            case 0 -> "addDays(" + anyDay(d) + ", " + number(d) + ")";
            case 1, 2 -> "addMonths(" + anyDay(d) + ", " + number(d) + ")";
            case 3 -> "(" + anyDay(d) + " + " + number(d) + ")";
            case 4 -> "(" + anyDay(d) + " - " + "(" + number(d) + "))";
            case 5 -> "if(" + flag(d) + ", " + day(d) + ", " + anyDay(d) + ")";
            case 6 -> "max(" + day(d) + ", " + day(d) + ")";
            default -> day(d);
        };
    }

    private String moment(int depth) {
        return depth == 0 || random.nextInt(3) > 0
                ? one("到达时间", "now()", "[Arrived at]")
                : "coalesce(" + moment(depth - 1) + ", 现在())";
    }

    private String flag(int depth) {
        if (depth == 0) {
            return one("易碎", "是", "false", "时效 = \"特快\"", "时效 = 空值", "发货地 = \"上海市\"", "发货地 <> \"32\"", "isBlank(仓)");
        }
        int d = depth - 1;
        return switch (random.nextInt(14)) {
            case 0 -> "(" + flag(d) + " 且 " + flag(d) + ")";
            case 1 -> "(" + flag(d) + " or " + flag(d) + ")";
            case 2 -> "not " + flag(d);
            case 3, 4 -> "(" + number(d) + " " + one("<", "<=", ">", ">=", "=", "≠") + " " + number(d) + ")";
            case 5 -> "(" + text(d) + " " + one("=", "<>") + " " + text(d) + ")";
            case 6 -> "(" + anyDay(d) + " " + one("<", "≤", ">", "≥", "=") + " " + anyDay(d) + ")";
            case 7 -> "contains(" + text(d) + ", " + text(d) + ")";
            case 8 -> "startsWith(" + text(d) + ", " + text(d) + ")";
            case 9 -> "isBlank(" + of(kind(), d) + ")";
            case 10 -> "oneOf(时效, \"普通\", \"fast\")";
            case 11 -> "属于(" + number(d) + ", 1, " + number(d) + ", 3)";
            case 12 -> "(" + moment(d) + " < " + moment(d) + ")";
            default -> flag(d);
        };
    }

    ValueKind kind() {
        return List.of(ValueKind.NUMBER, ValueKind.TEXT, ValueKind.DATE, ValueKind.MOMENT, ValueKind.FLAG)
                .get(random.nextInt(5));
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
