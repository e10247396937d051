package hengke.kernel.schema;

import java.util.List;
import java.util.stream.Collectors;

/** The product cannot start, because the database needs a migration that only a person can write. */
public final class SchemaObstructed extends RuntimeException {
    private final List<Obstacle> obstacles;

    public SchemaObstructed(List<Obstacle> obstacles) {
        super("The database does not fit this version.\n"
                + obstacles.stream().map(Obstacle::toString).collect(Collectors.joining("\n")));
        this.obstacles = List.copyOf(obstacles);
    }

    public List<Obstacle> obstacles() {
        return obstacles;
    }
}
