package hengke.receivables;

import hengke.kernel.text.Folding;
import hengke.kernel.transfer.reading.SheetLayout;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which columns of a bank's statement say what; every bank calls them otherwise. */
final class BankColumns {
    private final Map<Column, List<Integer>> found = new EnumMap<>(Column.class);

    /** What is looked for, by the names banks give it, the best one first. */
    enum Column {
        DAY(
                "交易日期",
                "记账日期",
                "入账日期",
                "交易时间",
                "记账时间",
                "入账时间",
                "到账日期",
                "发生日期",
                "交易日",
                "日期",
                "transactiondate",
                "valuedate",
                "date"),
        CREDIT(
                "贷方金额",
                "贷方发生额",
                "收入金额",
                "转入金额",
                "存入金额",
                "收款金额",
                "入账金额",
                "到账金额",
                "贷方",
                "收入",
                "存入",
                "转入",
                "credit",
                "creditamount"),
        DEBIT("借方金额", "借方发生额", "支出金额", "转出金额", "支取金额", "付款金额", "借方", "支出", "支取", "转出", "debit", "debitamount"),
        AMOUNT("交易金额", "发生额", "金额", "amount"),
        DIRECTION("借贷标志", "借贷方向", "借贷", "收支标志", "收支方向", "收支", "收付标志", "交易方向", "资金流向", "往来标志", "借贷标识", "direction"),
        PAYER(
                "对方户名",
                "对方名称",
                "对方账户名称",
                "对方账户名",
                "对方单位名称",
                "对方单位",
                "付款人名称",
                "付款人户名",
                "付款户名",
                "付款方名称",
                "付款方户名",
                "付款人",
                "付款方",
                "交易对方",
                "交易对手",
                "对手户名",
                "对手名称",
                "counterparty",
                "payer"),
        ACCOUNT("对方账号", "对方账户", "付款人账号", "付款账号", "付款方账号", "对手账号", "交易对方账号", "counterpartyaccount"),
        REMARK("摘要", "用途", "附言", "交易附言", "交易摘要", "摘要说明", "交易用途", "备注", "个性化信息", "description", "remark", "memo"),
        REFERENCE(
                "流水号",
                "交易流水号",
                "银行流水号",
                "核心流水号",
                "交易流水",
                "交易参考号",
                "业务参考号",
                "交易序号",
                "业务流水号",
                "回单编号",
                "日志号",
                "凭证号",
                "凭证编号",
                "reference",
                "transactionid"),
        BALANCE("余额", "账户余额", "当前余额", "交易后余额", "联机余额", "balance"),
        CURRENCY("币种", "交易币种", "币别", "currency");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }
    }

    static BankColumns of(SheetLayout layout) {
        BankColumns columns = new BankColumns();
        Map<Integer, String> titles = new LinkedHashMap<>();
        layout.columns().forEach(column -> titles.put(column.index(), plain(column.title())));
        for (Column column : Column.values()) {
            List<Integer> its = new ArrayList<>();
            column.names.forEach(name -> titles.forEach((index, title) -> {
                if (title.equals(name) && !its.contains(index)) {
                    its.add(index);
                }
            }));
            columns.found.put(column, its);
        }
        return columns;
    }

    /** Without what stands in brackets, e.g. the unit. */
    private static String plain(String title) {
        String compact = Folding.compact(title.replaceAll("[（(\\[【][^）)\\]】]*[）)\\]】]", ""));
        return compact.length() > 2 && compact.endsWith("元") ? compact.substring(0, compact.length() - 1) : compact;
    }

    /** The columns that say this, the best one first. */
    List<Integer> of(Column column) {
        return found.getOrDefault(column, List.of());
    }

    boolean has(Column column) {
        return !of(column).isEmpty();
    }

    /** Can it be told how much came in, and when? */
    boolean complete() {
        return has(Column.DAY) && (has(Column.CREDIT) || has(Column.AMOUNT));
    }
}
