package hengke.bench;

/** Records that are there for as long as they are measured: made for the first workload that needs them. */
final class Fill {
    private final Runnable make;
    private final Runnable remove;
    private boolean there;

    Fill(Runnable make, Runnable remove) {
        this.make = make;
        this.remove = remove;
    }

    void ensure() {
        if (!there) {
            make.run();
            there = true;
        }
    }

    void remove() {
        remove.run();
        there = false;
    }
}
