package hengke.demo;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.type.Address;
import hengke.kernel.records.Draft;
import hengke.trade.Contract;
import hengke.trade.ContractLine;
import hengke.trade.Delivery;
import hengke.trade.Lined;
import hengke.trade.Order;
import hengke.trade.OrderLine;
import hengke.trade.Quote;
import hengke.trade.QuoteLine;
import hengke.trade.TradeLine;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the invented company has offered to its customers, what they have ordered, and what was agreed. */
@Component
final class DemoTrade {
    private static final long SEED = 20_260_404;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> SUBJECTS = List.of("云平台建设报价", "设备采购报价", "年度维保报价", "网络升级报价", "实施服务报价");
    private static final List<String> AGREED = List.of("云平台服务合同", "设备采购合同", "年度维保合同");
    private static final List<String> CARRIERS = List.of("顺丰速运", "德邦物流", "京东物流");
    private static final List<List<String>> COURSES = List.of(
            List.of(), List.of("sent"), List.of("sent"), List.of("sent", "accepted"), List.of("sent", "declined"));

    private final Quote quote;
    private final QuoteLine quoteLine;
    private final Order order;
    private final OrderLine orderLine;
    private final Delivery delivery;
    private final Contract contract;
    private final ContractLine contractLine;
    private final LiveCatalog live;
    private final Clock clock;

    DemoTrade(
            Quote quote,
            QuoteLine quoteLine,
            Order order,
            OrderLine orderLine,
            Delivery delivery,
            Contract contract,
            ContractLine contractLine,
            LiveCatalog live,
            Clock clock) {
        this.quote = quote;
        this.quoteLine = quoteLine;
        this.order = order;
        this.orderLine = orderLine;
        this.delivery = delivery;
        this.contract = contract;
        this.contractLine = contractLine;
        this.live = live;
        this.clock = clock;
    }

    /** @return the contracts */
    List<Long> write(DemoNetwork.Sink sink, List<DemoSales.Account> accounts, List<Long> products) {
        Random random = new Random(SEED);
        List<Draft> quotes = new ArrayList<>();
        List<Draft> orders = new ArrayList<>();
        List<Draft> contracts = new ArrayList<>();
        for (DemoSales.Account account : accounts) {
            boolean won = account.status().equals("won");
            if (won || account.status().equals("following") && random.nextInt(3) == 0) {
                quotes.add(quote(random, account, products));
            }
            if (won && random.nextInt(2) == 0) {
                orders.add(order(random, account, products));
                contracts.add(contract(random, account, products));
            }
        }
        List<Long> ids = sink.write(quote, quotes);
        List<List<String>> courses = ids.stream()
                .map(_ -> COURSES.get(random.nextInt(COURSES.size())))
                .toList();
        for (int step = 0; step < 2; step++) {
            List<Draft> moved = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                if (step < courses.get(i).size()) {
                    moved.add(Draft.update(
                            ids.get(i),
                            null,
                            Map.of(quote.status, courses.get(i).get(step))));
                }
            }
            sink.write(quote, moved);
        }
        deliver(sink, random, sink.write(order, orders));
        return sink.write(contract, contracts);
    }

    private Draft quote(Random random, DemoSales.Account account, List<Long> products) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(quote.subject, SUBJECTS.get(random.nextInt(SUBJECTS.size())) + "（演示）");
        values.put(quote.customer, account.customer());
        values.put(Owned.OWNER, account.owner());
        values.put(Lined.DATE, LocalDate.now(clock.withZone(ZONE)).minusDays(random.nextInt(40)));
        values.put(quote.terms, "合同签订后预付 30%，到货验收后付 60%，质保期满付 10%。");
        return Draft.create(values).with(List.of(lines(quote.name(), quoteLine, random, products)));
    }

    /** Older orders are delivered, and the customers have most of it. */
    private void deliver(DemoNetwork.Sink sink, Random random, List<Long> orders) {
        List<Draft> deliveries = new ArrayList<>();
        for (long id : orders) {
            if (random.nextInt(3) != 0) {
                Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
                values.put(delivery.order, id);
                values.put(delivery.carrier, CARRIERS.get(random.nextInt(CARRIERS.size())));
                values.put(delivery.trackingNumber, "SF" + (1_400_000_000L + random.nextInt(99_999_999)));
                values.put(delivery.sentOn, LocalDate.now(clock.withZone(ZONE)).minusDays(random.nextInt(20)));
                deliveries.add(Draft.create(values));
            }
        }
        List<Draft> received = sink.write(delivery, deliveries).stream()
                .filter(_ -> random.nextBoolean())
                .map(id -> Draft.update(
                        id,
                        null,
                        Map.of(delivery.status, "received", delivery.receivedOn, LocalDate.now(clock.withZone(ZONE)))))
                .toList();
        sink.write(delivery, received);
    }

    private Draft order(Random random, DemoSales.Account account, List<Long> products) {
        LocalDate day = LocalDate.now(clock.withZone(ZONE)).minusDays(random.nextInt(200));
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(order.customer, account.customer());
        values.put(Owned.OWNER, account.owner());
        values.put(order.status, "active");
        values.put(Lined.DATE, day);
        values.put(order.deliveryDate, day.plusDays(30));
        values.put(order.deliveryAddress, new Address("310115", "张江路 88 号", "201203"));
        return Draft.create(values).with(List.of(lines(order.name(), orderLine, random, products)));
    }

    private Draft contract(Random random, DemoSales.Account account, List<Long> products) {
        LocalDate day = LocalDate.now(clock.withZone(ZONE)).minusDays(20 + random.nextInt(330));
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(contract.title, AGREED.get(random.nextInt(AGREED.size())) + "（演示）");
        values.put(contract.customer, account.customer());
        values.put(Owned.OWNER, account.owner());
        values.put(contract.status, "active");
        values.put(Lined.DATE, day);
        values.put(contract.signedOn, day);
        values.put(contract.startDate, day);
        values.put(contract.endDate, day.plusYears(1).minusDays(1));
        values.put(contract.renews, random.nextBoolean());
        values.put(contract.paymentTerms, "签订后付 30%，验收后付 65%，质保期满付 5%。");
        return Draft.create(values).with(List.of(lines(contract.name(), contractLine, random, products)));
    }

    private Draft.Lines lines(String document, TradeLine line, Random random, List<Long> products) {
        Catalog.Child kind =
                live.current().lines(live.current().object(document)).getFirst();
        List<Draft> drafts = new ArrayList<>();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
            values.put(line.product, products.get(random.nextInt(products.size())));
            values.put(line.quantity, new BigDecimal(1 + random.nextInt(30)));
            values.put(line.discount, new BigDecimal(random.nextInt(3) * 5));
            drafts.add(Draft.create(values));
        }
        return new Draft.Lines(kind, drafts);
    }
}
