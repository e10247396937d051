package hengke.capability.worth;

import hengke.capability.worth.PurchaseSources.Bound;
import hengke.capability.worth.PurchaseSources.Goods;
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
        return new Account.Records(source.object().name(), filter(source, "", customer, since, until));
    }

    /** The lines of those of a source that says what was bought. */
    Account.Records lines(Bound source, Goods goods, long customer, LocalDate until) {
        String path = goods.purchase() == null ? "" : goods.purchase().name() + ".";
        return new Account.Records(goods.lines().name(), filter(source, path, customer, null, until));
    }

    /** @param path from what is listed to the deal, e.g. {@code order.}; empty for the deal itself */
    private ObjectNode filter(Bound source, String path, long customer, @Nullable LocalDate since, LocalDate until) {
        List<JsonNode> tests = new ArrayList<>();
        tests.add(test(path + source.customer().name(), Operator.EQ).put("value", customer));
        String at = path + source.at().name();
        if (since != null) {
            tests.add(test(at, Operator.GE).put("value", moment(source, since.plusDays(1))));
        }
        tests.add(test(at, Operator.LT).put("value", moment(source, until.plusDays(1))));
        if (source.source().filter() != null) {
            tests.add(along(path, source.source().filter()));
        }
        ObjectNode all = JSON.createObjectNode();
        tests.forEach(all.putArray("and")::add);
        return all;
    }

    /** The same filter, asked from the other end of the path; it never crosses to further objects by itself. */
    private static JsonNode along(String path, JsonNode filter) {
        JsonNode copy = filter.deepCopy();
        copy.findParents("field").stream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .forEach(test -> test.put("field", path + test.path("field").asString()));
        return copy;
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
