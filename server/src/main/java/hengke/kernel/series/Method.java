package hengke.kernel.series;

/** Ways to go on from numbers that are known. */
public enum Method {
    /** As a season before. */
    SEASONAL_NAIVE("seasonalNaive"),
    /** A level that follows what is new (exponential smoothing), without seasons. */
    LEVEL("level"),
    /** Level, damped trend and seasons that follow what is new (Holt-Winters). */
    DAMPED_SEASONAL("dampedSeasonal"),
    /** The same of logarithms: seasons and errors grow with the level; only of values above nothing. */
    DAMPED_PROPORTIONAL("dampedProportional");

    private final String wire;

    Method(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
