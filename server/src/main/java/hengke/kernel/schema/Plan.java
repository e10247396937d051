package hengke.kernel.schema;

import java.util.List;

/** What to do, or why it cannot be done; with an obstacle nothing is done at all. */
record Plan(List<Step> steps, List<Obstacle> obstacles) {
    Plan {
        steps = List.copyOf(steps);
        obstacles = List.copyOf(obstacles);
    }

    static Plan from(Found found, Layout layout) {
        return new Planning(found, layout).plan();
    }
}
