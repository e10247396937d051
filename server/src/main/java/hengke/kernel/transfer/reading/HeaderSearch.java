package hengke.kernel.transfer.reading;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.text.CleanText;
import hengke.kernel.text.Folding;
import hengke.kernel.transfer.reading.SheetLayout.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header of a table below titles and instructions: the first row that fills at least half of the width with
 * short texts that are no values. A second such row right below belongs to it when it fills gaps of the first (merged
 * cells) and looks like titles rather than like data.
 */
final class HeaderSearch {
    private static final int LONGEST_TITLE = 40;
    private static final double MOSTLY = 0.8;
    private static final double OFTEN = 0.6;

    /** Numbers, dates, amounts, phone numbers: what stands in a table and not above it. */
    private static final Pattern VALUE = Pattern.compile(
            "['+¥￥$(]*\\d[\\d,.\\-/: 年月日时分元万亿%()+e]*|[^@\\s]+@[^@\\s]+\\.[^@\\s]+", Pattern.CASE_INSENSITIVE);

    private static final Pattern TITLE = Pattern.compile(
            ".*(名|名称|电话|手机|手机号|号码|邮箱|地址|日期|时间|金额|编号|序号|类型|状态|备注|说明|来源|行业|部门|省|省份|市|城市|区|区县|name|phone|mobile|e-?mail|"
                    + "address|date|time|amount|no\\.?|number|code|type|status|remarks?|note)[*]?|.*[*]|.+\\(.+\\)",
            Pattern.CASE_INSENSITIVE);

    private final List<SheetRow> sample;

    private HeaderSearch(List<SheetRow> sample) {
        this.sample = sample;
    }

    static SheetLayout find(List<SheetRow> sample) {
        return new HeaderSearch(sample).find();
    }

    private SheetLayout find() {
        int width = sample.stream().mapToInt(HeaderSearch::filled).max().orElse(0);
        if (width == 0) {
            throw new Refusal.Unreadable(Message.of("sheet.empty"));
        }
        int least = Math.max(Math.min(2, width), (width + 1) / 2);
        for (int i = 0; i < sample.size(); i++) {
            if (filled(sample.get(i)) >= least && isTitles(sample.get(i))) {
                return i + 1 < sample.size() && isSecondOf(i) ? layout(i + 1, sample.get(i)) : layout(i, groupAbove(i));
            }
        }
        throw new Refusal.Unreadable(Message.of("sheet.noHeader"));
    }

    private boolean isSecondOf(int first) {
        SheetRow above = sample.get(first);
        SheetRow row = sample.get(first + 1);
        return row.number() == above.number() + 1
                && isTitles(row)
                && filled(row) >= filled(above)
                && hasGapsOrRepeats(above, row)
                && (differsFromData(first + 1) || namesOfThings(row) >= 2);
    }

    private @Nullable SheetRow groupAbove(int header) {
        if (header == 0) {
            return null;
        }
        SheetRow above = sample.get(header - 1);
        boolean adjacent = above.number() == sample.get(header).number() - 1;
        return adjacent && filled(above) >= 2 && isTitles(above) ? above : null;
    }

    private SheetLayout layout(int headerIndex, @Nullable SheetRow groups) {
        SheetRow header = sample.get(headerIndex);
        List<SheetRow> data = sample.subList(headerIndex + 1, sample.size());
        int width = sample.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<Column> columns = new ArrayList<>();
        String group = "";
        for (int i = 0; i < width; i++) {
            int index = i;
            String above = groups == null ? "" : title(groups.cell(i));
            group = above.isEmpty() ? group : above;
            String below = title(header.cell(i));
            String title = below.isEmpty() ? above : below;
            if (!title.isEmpty()
                    || data.stream().anyMatch(row -> !row.cell(index).isBlank())) {
                columns.add(new Column(i, title, title.equals(group) ? "" : group));
            }
        }
        return new SheetLayout(header.number(), columns);
    }

    private static int filled(SheetRow row) {
        return (int) row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    private static boolean isTitles(SheetRow row) {
        return row.cells().stream().filter(HeaderSearch::isTitle).count() >= MOSTLY * filled(row);
    }

    private static boolean isTitle(Cell cell) {
        return cell instanceof Cell.Text && !isValue(cell) && title(cell).length() <= LONGEST_TITLE;
    }

    private static boolean isValue(Cell cell) {
        return !(cell instanceof Cell.Text(String text))
                || VALUE.matcher(Folding.halfWidth(text)).matches();
    }

    private static boolean hasGapsOrRepeats(SheetRow above, SheetRow row) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String title = title(above.cell(i));
            if ((title.isEmpty() && !row.cell(i).isBlank()) || !seen.add(title)) {
                return true;
            }
        }
        return false;
    }

    /** Whether in some column values stand below a text. */
    private boolean differsFromData(int index) {
        SheetRow row = sample.get(index);
        List<SheetRow> data = sample.subList(index + 1, sample.size());
        for (int i = 0; i < row.cells().size(); i++) {
            int column = i;
            List<Cell> below = data.stream()
                    .map(other -> other.cell(column))
                    .filter(cell -> !cell.isBlank())
                    .toList();
            long values = below.stream().filter(HeaderSearch::isValue).count();
            if (isTitle(row.cell(i)) && values > 0 && values >= OFTEN * below.size()) {
                return true;
            }
        }
        return false;
    }

    private static long namesOfThings(SheetRow row) {
        return row.cells().stream()
                .filter(cell -> TITLE.matcher(Folding.halfWidth(cell.text())).matches())
                .count();
    }

    private static String title(Cell cell) {
        return CleanText.line(cell.text());
    }
}
