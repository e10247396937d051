package hengke.kernel.metadata;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The catalog in force; swapped as a whole when the company changes it. */
public final class LiveCatalog {
    private final AtomicReference<Catalog> current;
    private final List<Consumer<Catalog>> listeners = new CopyOnWriteArrayList<>();

    public LiveCatalog(Catalog first) {
        this.current = new AtomicReference<>(first);
    }

    public Catalog current() {
        return current.get();
    }

    public void swap(Catalog next) {
        current.set(next);
        listeners.forEach(listener -> listener.accept(next));
    }

    public void onSwap(Consumer<Catalog> listener) {
        listeners.add(listener);
    }
}
