package hengke.kernel.learning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cases as numbers: a word is one of its column's frequent ones, another, or missing; numbers and indicators alike are
 * told in deviations from the mean of the training. An unknown number counts as the mean, and that it is unknown counts.
 */
public record Encoding(List<Feature> features) {
    /** A word or a gap in fewer cases of the training says nothing for itself. */
    public static final int RARE = 10;

    public Encoding {
        features = List.copyOf(features);
    }

    /** Learns words, means and deviations from the cases of the training, and from no others. */
    public static Encoding of(List<Column> columns, List<Case> training) {
        List<Feature> features = new ArrayList<>();
        for (Column column : columns) {
            switch (column.kind()) {
                case CHOICE -> choice(column, training, features);
                case NUMBER, AMOUNT -> number(column, training, features);
            }
        }
        return new Encoding(features);
    }

    private static void choice(Column column, List<Case> training, List<Feature> features) {
        Map<String, Integer> counts = new TreeMap<>();
        int missing = 0;
        for (Case each : training) {
            Object value = each.known().get(column.name());
            if (value == null) {
                missing++;
            } else {
                counts.merge(value.toString(), 1, Integer::sum);
            }
        }
        int rare = 0;
        for (Map.Entry<String, Integer> level : counts.entrySet()) {
            if (level.getValue() < RARE) {
                rare += level.getValue();
            } else {
                indicator(column, Feature.Part.LEVEL, level.getKey(), level.getValue(), training.size(), features);
            }
        }
        indicator(column, Feature.Part.OTHER, null, rare, training.size(), features);
        indicator(column, Feature.Part.MISSING, null, missing, training.size(), features);
    }

    private static void number(Column column, List<Case> training, List<Feature> features) {
        List<Number> values = training.stream()
                .map(each -> each.known().get(column.name()))
                .filter(Number.class::isInstance)
                .map(Number.class::cast)
                .toList();
        number(column, Feature.Part.VALUE, values, features);
        if (column.kind() == Column.Kind.AMOUNT) {
            number(column, Feature.Part.RATIO, values, features);
        }
        indicator(column, Feature.Part.MISSING, null, training.size() - values.size(), training.size(), features);
    }

    private static void number(Column column, Feature.Part part, List<Number> values, List<Feature> features) {
        double[] scaled = values.stream()
                .mapToDouble(value -> Feature.scaled(part, value))
                .toArray();
        double mean = mean(scaled);
        double square = 0;
        for (double value : scaled) {
            square += (value - mean) * (value - mean);
        }
        double deviation = scaled.length == 0 ? 0 : Math.sqrt(square / scaled.length);
        if (scaled.length >= RARE && deviation > 1e-9) {
            features.add(new Feature(column, part, null, mean, deviation));
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    /** Something that applies to some cases; to hardly any, or to all, it would say nothing. */
    private static void indicator(
            Column column, Feature.Part part, @Nullable String level, int applies, int of, List<Feature> features) {
        if (applies >= RARE && applies < of) {
            double share = applies / (double) of;
            features.add(new Feature(column, part, level, share, Math.sqrt(share * (1 - share))));
        }
    }

    /** A case as the model takes it. */
    double[] encode(Map<String, Object> known) {
        double[] numbers = new double[features.size()];
        Set<String> placed = new HashSet<>();
        for (int i = 0; i < numbers.length; i++) {
            Feature feature = features.get(i);
            Object value = known.get(feature.column().name());
            if (feature.part() == Feature.Part.OTHER) {
                numbers[i] = feature.indicator(
                        value != null && !placed.contains(feature.column().name()));
            } else {
                numbers[i] = feature.of(known);
                if (feature.part() == Feature.Part.LEVEL
                        && value != null
                        && value.toString().equals(feature.level())) {
                    placed.add(feature.column().name());
                }
            }
        }
        return numbers;
    }

    double[][] encode(List<Case> cases) {
        return cases.stream().map(each -> encode(each.known())).toArray(double[][]::new);
    }
}
