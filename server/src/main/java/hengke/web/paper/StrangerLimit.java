package hengke.web.paper;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How often an address may ask for papers in a minute, and try links that lead nowhere, on each node. */
@Component
public final class StrangerLimit {
    private static final int ASKED_A_MINUTE = 300;
    private static final int MISSED_A_MINUTE = 20;
    private static final long MINUTE = 60;

    private final Cache<String, AtomicInteger> asked = counts();
    private final Cache<String, AtomicInteger> missed = counts();

    private static Cache<String, AtomicInteger> counts() {
        return Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(MINUTE))
                .maximumSize(100_000)
                .build();
    }

    /** Refuses an address that asks too often, or has guessed too often. */
    public void admit(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        AtomicInteger misses = missed.getIfPresent(address);
        if (misses != null && misses.get() >= MISSED_A_MINUTE || more(asked, address) > ASKED_A_MINUTE) {
            throw new Refusal.TooMany(Message.of("sending.tooOften"), MINUTE);
        }
    }

    /** A link that leads nowhere was tried. */
    public Refusal gone(HttpServletRequest request) {
        missed(request);
        return new Refusal.NotFound(Message.of("sending.gone"), java.util.Map.of());
    }

    /** An address that leads nowhere was tried. */
    public void missed(HttpServletRequest request) {
        more(missed, request.getRemoteAddr());
    }

    private static int more(Cache<String, AtomicInteger> counts, String address) {
        return counts.get(address, _ -> new AtomicInteger()).incrementAndGet();
    }
}
