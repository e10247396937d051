package hengke.kernel.metadata.type;

import org.jspecify.annotations.Nullable;

/**
 * A place on the map.
 *
 * @param longitude degrees, WGS 84, east positive
 * @param latitude degrees, WGS 84, north positive
 */
public record Location(
        double longitude, double latitude, @Nullable String place) {}
