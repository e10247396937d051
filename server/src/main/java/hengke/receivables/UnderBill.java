package hengke.receivables;

import hengke.capability.either.Either;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record of what is planned, paid, settled or invoiced for a bill: a contract, or an order that has none. Each of them
 * is an entry of the {@link Ledger} as long as it counts.
 */
public abstract class UnderBill extends BusinessObject {
    static final String CONTRACT = "contract";
    static final String ORDER = "order";
    static final String CUSTOMER = "customer";
    static final String AMOUNT = "amount";

    public final Field<Long> contract;
    public final Field<Long> order;

    /**
     * @param relation under which name they are listed on the bill; null: they are not
     * @param billed is each of them for a bill?
     */
    protected UnderBill(
            String name, String chinese, String english, String several, @Nullable String relation, boolean billed) {
        super(name, chinese, english, several);
        section("基本信息", "Basics");
        contract = bill(CONTRACT, "合同", "Contract", relation, chinese, several);
        order = bill(ORDER, "订单", "Order", relation, chinese, several);
        with(new Either(List.of(contract, order), billed));
    }

    private Field<Long> bill(
            String object,
            String chinese,
            String english,
            @Nullable String relation,
            String chineseRelation,
            String several) {
        Field<Long> bill = reference(object, object).label(chinese, english).listed();
        return relation == null ? bill.indexed() : bill.within(relation, chineseRelation, several);
    }

    /** Who owes it. */
    public abstract Field<Long> customer();

    public abstract Field<Money> amount();

    /** What it is in the ledger. */
    abstract Ledger.Kind kind();

    /** Is it an entry of the ledger, as it stands? */
    boolean counts(Row row) {
        return true;
    }

    /** The payment plan and the payment it is about, as far as it is about one. */
    @Nullable
    Long plan(Row row) {
        return null;
    }

    @Nullable
    Long payment(Row row) {
        return null;
    }

    /** What it is for. */
    final Optional<Link> bill(Row row) {
        Long ofContract = row.get(contract);
        Long ofOrder = row.get(order);
        return ofContract != null
                ? Optional.of(new Link(CONTRACT, ofContract))
                : Optional.ofNullable(ofOrder).map(id -> new Link(ORDER, id));
    }
}
