package hengke.demo;

import hengke.capability.owner.Owned;
import hengke.capability.worth.LiveWorth;
import hengke.capability.worth.PurchaseSource;
import hengke.capability.worth.Worth;
import hengke.capability.worth.WorthDefinition;
import hengke.customers.Customer;
import hengke.kernel.access.Actor;
import hengke.kernel.configuration.OwnObjects;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.OwnObject;
import hengke.kernel.metadata.Relation;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Orders of the invented company, in an object such as a company makes for itself, which count as deals. */
@Component
final class DemoOrders {
    static final String NAME = "x-demo-order";

    private static final long SEED = 20_260_303;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Field<Long> CUSTOMER =
            field("c_customer", new IdType(new IdType.Records("customer")), "客户", "Customer");
    private static final Field<LocalDate> DAY = field("c_day", new DateType(), "下单日期", "Ordered on");
    private static final Field<Money> AMOUNT = field("c_amount", new MoneyType(), "订单金额", "Amount");
    private static final Field<String> PRODUCT = field(
            "c_product",
            new ChoiceType(List.of(
                    Option.of("controller", "工业控制器", "Controller").color("blue"),
                    Option.of("sensor", "传感器套件", "Sensor kit").color("cyan"),
                    Option.of("gateway", "边缘网关", "Edge gateway").color("purple"),
                    Option.of("software", "监控软件授权", "Software licence").color("green"),
                    Option.of("service", "年度维保", "Yearly service").color("orange"))),
            "商品",
            "Product");
    private static final Field<String> STATUS = field(
            "c_status",
            new ChoiceType(List.of(
                    Option.of("draft", "草稿", "Draft").color("gray"),
                    Option.of("signed", "已签", "Signed").color("green"),
                    Option.of("cancelled", "已取消", "Cancelled").color("red"))),
            "订单状态",
            "Status");

    private final OwnObjects objects;
    private final LiveCatalog catalog;
    private final Worth worth;
    private final LiveWorth live;
    private final Customer customer;
    private final Clock clock;

    DemoOrders(OwnObjects objects, LiveCatalog catalog, Worth worth, LiveWorth live, Customer customer, Clock clock) {
        this.objects = objects;
        this.catalog = catalog;
        this.worth = worth;
        this.live = live;
        this.customer = customer;
        this.clock = clock;
    }

    private static <T> Field<T> field(String name, FieldType<T> type, String chinese, String english) {
        boolean within = type instanceof IdType;
        return Field.of(
                name,
                type,
                new FieldTraits(
                        new Label(chinese, english),
                        null,
                        within ? Set.of(Trait.LISTED, Trait.INDEXED) : Set.of(Trait.LISTED),
                        OwnObject.BASICS,
                        null,
                        within ? new Relation("demoOrders", new Label("订单", "Orders")) : null,
                        List.of(),
                        null));
    }

    /** Makes the object, or takes the one of an earlier loading back; false where its records are gone for good. */
    boolean open() {
        if (catalog.current().find(NAME).isEmpty() && !restored() && !added()) {
            return false;
        }
        WorthDefinition present = live.of(object(customer.name()));
        if (present.sources().isEmpty()) {
            worth.decide(Caller.SYSTEM, present.counting(List.of(source())));
        }
        return true;
    }

    private boolean restored() {
        try {
            objects.restore(Actor.SYSTEM, null, NAME);
            return true;
        } catch (Refusal.NotFound | Refusal.Conflict gone) {
            return false;
        }
    }

    private boolean added() {
        Field<String> title = Field.of(
                OwnObject.TITLE,
                new TextualType(TextualType.Form.TEXT, 200),
                new FieldTraits(
                        new Label("订单", "Order"),
                        null,
                        Set.of(Trait.TITLE, Trait.SEARCHED, Trait.LISTED, Trait.REQUIRED),
                        OwnObject.BASICS,
                        null,
                        null,
                        List.of(),
                        null));
        OwnObject order = new OwnObject(
                NAME,
                new Label("订单", "Order"),
                new Label("订单", "Orders"),
                "sales",
                "record",
                title,
                List.of("owned"),
                null);
        try {
            objects.add(Actor.SYSTEM, null, order, List.of(CUSTOMER, DAY, AMOUNT, PRODUCT, STATUS));
            return true;
        } catch (Refusal.Invalid taken) {
            return false;
        }
    }

    private static PurchaseSource source() {
        return new PurchaseSource(
                NAME,
                CUSTOMER.name(),
                DAY.name(),
                AMOUNT.name(),
                JsonMapper.shared()
                        .createObjectNode()
                        .put("field", STATUS.name())
                        .put("op", "eq")
                        .put("value", "signed"),
                new PurchaseSource.Goods(null, null, PRODUCT.name(), AMOUNT.name()));
    }

    /** A customer that may have bought. */
    record Buyer(long id, long owner, String status, String level) {}

    /** Who is won buys often, who is lost has bought long ago, and some of the others have just begun. */
    List<Draft> drafts(List<Buyer> buyers) {
        Random random = new Random(SEED);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        List<Draft> drafts = new ArrayList<>();
        for (Buyer buyer : buyers) {
            int orders = switch (buyer.status()) {
                case "won" -> 1 + (int) Math.abs(random.nextGaussian() * 5);
                case "lost", "paused" -> random.nextInt(4);
                case "following" -> random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
                default -> 0;
            };
            int begun = 40 + random.nextInt(480);
            for (int i = 0; i < orders; i++) {
                int ago = buyer.status().equals("lost") || buyer.status().equals("paused")
                        ? 120 + random.nextInt(260)
                        : random.nextInt(begun);
                drafts.add(order(random, buyer, today.minusDays(ago), drafts.size() + 1));
            }
        }
        return drafts;
    }

    private static Draft order(Random random, Buyer buyer, LocalDate day, int number) {
        List<String> products = List.of("controller", "sensor", "gateway", "software", "service");
        // two of three orders of a customer are for what it usually buys
        String product = products.get(
                random.nextInt(3) > 0 ? (int) (buyer.id() % products.size()) : random.nextInt(products.size()));
        int size = switch (buyer.level()) {
            case "A" -> 160_000;
            case "B" -> 60_000;
            default -> 18_000;
        };
        BigDecimal amount = BigDecimal.valueOf(size / 4 + random.nextInt(size), 0);
        boolean returned = random.nextInt(25) == 0;
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(
                Field.of(OwnObject.TITLE, new TextualType(TextualType.Form.TEXT, 200), "订单", "Order"),
                "SO%s-%04d".formatted(day.toString().replace("-", "").substring(0, 6), number));
        values.put(CUSTOMER, buyer.id());
        values.put(DAY, day);
        values.put(AMOUNT, Money.asked(returned ? amount.movePointLeft(1).negate() : amount, "CNY"));
        values.put(PRODUCT, product);
        values.put(STATUS, random.nextInt(20) == 0 ? "cancelled" : "signed");
        values.put(Owned.OWNER, buyer.owner());
        return Draft.create(values);
    }

    ObjectDefinition object() {
        return object(NAME);
    }

    private ObjectDefinition object(String name) {
        return catalog.current().object(name);
    }

    /** All customers are there by now. */
    void filled() {
        worth.promise();
    }

    /** Takes the source and the object away; what was made of it stays restorable for a while. */
    void close() {
        WorthDefinition present = live.of(object(customer.name()));
        List<PurchaseSource> others = present.sources().stream()
                .filter(source -> !source.object().equals(NAME))
                .toList();
        if (others.size() < present.sources().size()) {
            worth.decide(Caller.SYSTEM, present.counting(others));
        }
        if (catalog.current().find(NAME).isPresent()) {
            objects.retire(Actor.SYSTEM, null, NAME);
        }
    }
}
