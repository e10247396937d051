package hengke.bench;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** How long the product works on requests, from the first filter to the last byte handed over, and on which threads. */
final class ServerTime implements Filter {
    private final LongAdder nanoseconds = new LongAdder();
    private final AtomicInteger running = new AtomicInteger();
    private final ThreadLocal<Boolean> here = ThreadLocal.withInitial(() -> false);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        running.incrementAndGet();
        here.set(true);
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            nanoseconds.add(System.nanoTime() - start);
            here.remove();
            running.decrementAndGet();
        }
    }

    /** Is this thread answering a request? Subscribers and jobs work on others. */
    boolean here() {
        return here.get();
    }

    /** The time since it was last asked; an answer may arrive a little before the work is over. */
    long take() {
        while (running.get() > 0) {
            Thread.onSpinWait();
        }
        return nanoseconds.sumThenReset();
    }
}
