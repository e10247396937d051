package hengke.demo;

import hengke.customers.Customer;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Some companies that were entered twice, each time written otherwise, so that the duplicate centre has something to find. */
final class DemoTwins {
    private static final int FIRST = 11;
    private static final int APART = 17;
    private static final int CITY = 2;
    private static final int BRAND = 4;

    private DemoTwins() {}

    /** Makes the last ones of these customers others of the same. */
    static void make(Customer customer, List<Values> customers) {
        for (Spelling spelling : Spelling.values()) {
            int number = spelling.ordinal();
            ObjectNode of = customers.get(FIRST + APART * number).json();
            ObjectNode twin = customers.get(customers.size() - 1 - number).json();
            String name = of.path(customer.fullName.name()).asString();
            twin.put(customer.fullName.name(), spelling.of(name));
            twin.remove(customer.creditCode.name());
            for (String same : List.of(customer.region.name(), customer.address.name(), customer.phone.name())) {
                twin.set(same, of.path(same));
            }
        }
    }

    private enum Spelling {
        SHORT {
            @Override
            String of(String name) {
                return name.replaceAll("(集团|股份)?有限公司$", "");
            }
        },
        CITY_IN_BRACKETS {
            @Override
            String of(String name) {
                return name.substring(CITY, BRAND) + "（" + name.substring(0, CITY) + "）" + name.substring(BRAND);
            }
        },
        CHARACTERS_EXCHANGED {
            @Override
            String of(String name) {
                return name.substring(0, CITY) + name.charAt(CITY + 1) + name.charAt(CITY) + name.substring(BRAND);
            }
        };

        abstract String of(String name);
    }
}
