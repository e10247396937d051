package hengke.web.signing;

import hengke.capability.signing.SignTurn.Hand;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.signing.Handwriting.Point;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads a signature as a browser sends it: strokes of points, or a typed name; neither endless nor a mere dot. */
final class HandReader {
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    private static final TextualType VERSION = new TextualType(TextualType.Form.TEXT, 20);
    private static final int MOST_STROKES = 100;
    private static final int MOST_POINTS = 6_000;
    private static final double FARTHEST = 10_000;
    private static final int LEAST_POINTS = 4;

    private HandReader() {}

    static Hand hand(Body body) {
        String consent = body.optional("consent", VERSION).orElse("");
        String typed = body.optional("typed", NAME).orElse(null);
        List<List<Point>> strokes = new ArrayList<>();
        body.given("strokes").ifPresent(json -> {
            boolean good = json.isArray() && json.size() <= MOST_STROKES;
            int points = 0;
            for (JsonNode stroke : good ? json.values() : List.<JsonNode>of()) {
                List<Point> read = stroke(stroke);
                points += read.size();
                good &= !read.isEmpty() && points <= MOST_POINTS;
                strokes.add(read);
            }
            if (!good || points < LEAST_POINTS && !strokes.isEmpty()) {
                body.refuse("strokes", Message.of("signing.handNeeded"));
            }
        });
        if (strokes.isEmpty() && typed == null) {
            body.refuse("typed", Message.of("signing.handNeeded"));
        }
        body.done();
        return new Hand(strokes, typed, consent);
    }

    /** Nothing where one of its points is none. */
    private static List<Point> stroke(JsonNode json) {
        List<Point> stroke = new ArrayList<>();
        for (JsonNode point : json.values()) {
            if (!point.isArray() || point.size() != 2 || !within(point.get(0)) || !within(point.get(1))) {
                return List.of();
            }
            stroke.add(new Point(point.get(0).doubleValue(), point.get(1).doubleValue()));
        }
        return stroke;
    }

    private static boolean within(JsonNode number) {
        return number.isNumber() && Math.abs(number.doubleValue()) < FARTHEST;
    }
}
