package hengke.robots;

import hengke.capability.webhook.Endpoint;
import hengke.kernel.access.Audience;
import hengke.kernel.access.Organisation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A robot of a group. */
public record Robot(Endpoint endpoint, Own own) {
    static final String KIND = "robot";

    /**
     * What robots keep of their own.
     *
     * @param simulated its group is within this product, and nothing leaves
     * @param kinds of which notices it tells
     * @param audience of whose; null for everybody's
     * @param calls whether it calls people by their mobile number
     * @param language what it speaks, by its tag
     * @param signed whether a secret is kept
     */
    public record Own(
            Product product,
            boolean simulated,
            List<String> kinds,
            @Nullable Audience audience,
            boolean calls,
            String language,
            boolean signed) {
        public Own {
            kinds = List.copyOf(kinds);
        }
    }

    static Robot of(Endpoint endpoint) {
        return new Robot(endpoint, JsonMapper.shared().treeToValue(Objects.requireNonNull(endpoint.own()), Own.class));
    }

    /** Does it tell that this person was told something, of any of its kinds? */
    boolean tellsOf(Organisation now, long person) {
        Audience audience = own.audience();
        return endpoint.active() && (audience == null || now.isAmong(person).test(audience));
    }
}
