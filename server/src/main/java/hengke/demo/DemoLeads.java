package hengke.demo;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.Field;
import hengke.kernel.records.Draft;
import hengke.sales.Lead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads of the invented company: some that wait, some that came to nothing, and those that some customers once were. */
@Component
final class DemoLeads {
    private static final long SEED = 20_260_404;
    private static final int WAITING = 36;
    private static final List<String> STATUSES =
            List.of("new", "new", "following", "following", "qualified", "invalid");
    private static final List<String> SOURCES = List.of("website", "event", "advertising", "channel", "online");
    private static final List<String> NEEDS = List.of("想了解报价", "需要现场演示", "准备招标，先要资料", "现有系统到期，考虑更换", "给分公司采购");
    private static final List<String> WHY_NOT = List.of("unreachable", "noNeed", "notOurs", "wrongData");

    private final Lead lead;

    DemoLeads(Lead lead) {
        this.lead = lead;
    }

    /**
     * Somebody who was a lead before.
     *
     * @param begun when there was the first opportunity
     */
    record Converted(
            long customer, String company, long contact, String person, String phone, long owner, Instant begun) {}

    void write(DemoNetwork.Sink sink, Invented invented, List<Long> sellers, List<Converted> converted) {
        Random random = new Random(SEED);
        List<Draft> drafts = new ArrayList<>();
        for (Converted one : converted) {
            Map<Field<?>, @Nullable Object> values =
                    lead(random, one.person(), one.company(), one.phone(), one.owner());
            values.put(lead.status, Lead.CONVERTED);
            values.put(lead.convertedAt, one.begun().minus(Duration.ofDays(2 + random.nextInt(25))));
            values.put(lead.convertedCustomer, one.customer());
            values.put(lead.convertedContact, one.contact());
            drafts.add(Draft.create(values));
        }
        for (int i = 0; i < WAITING; i++) {
            String company = invented.company(invented.one(Invented.PLACES), invented.trade());
            Map<Field<?>, @Nullable Object> values = lead(
                    random, invented.person(), company, invented.mobile(), sellers.get(random.nextInt(sellers.size())));
            String status = any(random, STATUSES);
            values.put(lead.status, status);
            if (status.equals("invalid")) {
                values.put(lead.invalidReason, any(random, WHY_NOT));
            }
            drafts.add(Draft.create(values));
        }
        sink.write(lead, drafts);
    }

    private Map<Field<?>, @Nullable Object> lead(
            Random random, String person, String company, String phone, long owner) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(lead.fullName, person);
        values.put(lead.company, company);
        values.put(lead.phone, phone);
        values.put(lead.source, any(random, SOURCES));
        values.put(lead.need, any(random, NEEDS));
        values.put(Owned.OWNER, owner);
        return values;
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
