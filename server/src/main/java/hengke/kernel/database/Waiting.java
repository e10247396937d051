package hengke.kernel.database;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Patience for what another process will do and cannot tell us about. */
final class Waiting {
    private Waiting() {}

    /** Whether the condition came true within the time. */
    static boolean upTo(long milliseconds, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
