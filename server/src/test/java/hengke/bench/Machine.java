package hengke.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.jooq.DSLContext;

/** What the figures were measured on, as far as it says something to others. */
record Machine(int processors, long memoryGigabytes, long heapMegabytes, String java, String postgres) {
    static Machine now(DSLContext database) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                Math.round(system.getTotalMemorySize() / 1e9),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.version().toString(),
                database.fetchSingle("show server_version").get(0, String.class));
    }

    @Override
    public String toString() {
        return "%d processors, %d GB of memory, heap of the product at most %d MB, Java %s, PostgreSQL %s"
                .formatted(processors, memoryGigabytes, heapMegabytes, java, postgres);
    }
}
