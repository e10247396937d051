package hengke.web.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import hengke.web.Admitted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A token may ask so often in a minute, on each node: one client that runs wild does not slow down everybody. */
final class RateLimit implements HandlerInterceptor {
    private static final Setting<Long> PER_MINUTE = Setting.of(
                    "api.requestsPerMinute",
                    new IntegerType(10, 1_000_000),
                    6_000L,
                    "每个令牌每分钟最多请求",
                    "Requests per token and minute")
            .unit("次", "requests")
            .help(
                    "超出的请求会被拒绝（429），并告知何时再试；多台服务器时各自计数",
                    "More are refused (429) and told when to try again; each of several servers counts by itself");
    private static final int MINUTE = 60;

    private final Settings settings;
    private final Clock clock;
    private final Cache<Slot, AtomicLong> counts =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(2)).build();

    RateLimit(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Slot(long token, long minute) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Admitted.by(request).ifPresent(identified -> {
            Long token = identified.actor().token();
            if (token != null) {
                count(token);
            }
        });
        return true;
    }

    private void count(long token) {
        Instant now = clock.instant();
        long asked = counts.get(new Slot(token, now.getEpochSecond() / MINUTE), _ -> new AtomicLong())
                .incrementAndGet();
        if (asked > settings.get(PER_MINUTE)) {
            throw new Refusal.TooMany(Message.of("web.tooManyRequests"), MINUTE - now.getEpochSecond() % MINUTE);
        }
    }

    /** Puts it before every call. */
    @Configuration(proxyBeanMethods = false)
    static class Placing implements WebMvcConfigurer {
        private final RateLimit limit;

        Placing(Settings settings, Clock clock) {
            this.limit = new RateLimit(settings, clock);
        }

        @Bean
        static SettingGroup apiSettings() {
            return SettingGroup.of("api", 67, "开放接口", "API", PER_MINUTE);
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(limit).addPathPatterns("/api/**");
        }
    }
}
