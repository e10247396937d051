package hengke.kernel.metadata.type;

import hengke.kernel.text.value.Region;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The Chinese administrative divisions 省/市/区 as values: codes of 2, 4 or 6 digits. */
public final class Regions {
    private static final List<String> CODES =
            hengke.kernel.text.value.Regions.all().stream().map(Region::code).toList();

    private Regions() {}

    public static boolean contains(String code) {
        return hengke.kernel.text.value.Regions.find(code).isPresent();
    }

    /** The division's own name, e.g. 浦东新区. */
    public static Optional<String> name(String code) {
        return hengke.kernel.text.value.Regions.find(code).map(Region::name);
    }

    /** Every code in official order. */
    public static List<String> codes() {
        return CODES;
    }

    /** The code one level up; empty for a province. */
    public static Optional<String> parent(String code) {
        return hengke.kernel.text.value.Regions.find(code).map(Region::parent).filter(above -> !above.isEmpty());
    }

    static String sample(RandomGenerator random) {
        return CODES.get(random.nextInt(CODES.size()));
    }
}
