package hengke.capability.worth;

import hengke.capability.worth.PurchaseSources.Bound;
import hengke.kernel.explaining.Account;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.type.DateType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The deals of one customer as lists that open, one for each source. */
@Component
public final class DealRecords {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveOrganisation organisation;

    DealRecords(LiveOrganisation organisation) {
        this.organisation = organisation;
    }

    /**
     * Those of a source.
     *
     * @param since the last day before the first; null for all
     * @param until the last day
     */
    public Account.Records of(Bound source, long customer, @Nullable LocalDate since, LocalDate until) {
        List<JsonNode> tests = new ArrayList<>();
        tests.add(test(source.customer().name(), Operator.EQ).put("value", customer));
        if (since != null) {
            tests.add(from(source, since.plusDays(1)));
        }
        tests.add(before(source, until.plusDays(1)));
        if (source.source().filter() != null) {
            tests.add(source.source().filter());
        }
        ObjectNode all = JSON.createObjectNode();
        tests.forEach(all.putArray("and")::add);
        return new Account.Records(source.object().name(), all);
    }

    private ObjectNode from(Bound source, LocalDate day) {
        return test(source.at().name(), Operator.GE).put("value", moment(source, day));
    }

    private ObjectNode before(Bound source, LocalDate day) {
        return test(source.at().name(), Operator.LT).put("value", moment(source, day));
    }

    private String moment(Bound source, LocalDate day) {
        ZoneId zone = organisation.get().company().timeZone();
        return source.at().type() instanceof DateType
                ? day.toString()
                : day.atStartOfDay(zone).toInstant().toString();
    }

    private static ObjectNode test(String field, Operator operator) {
        return JSON.createObjectNode().put("field", field).put("op", operator.wire());
    }
}
