package hengke.web.records;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Everything a question about records can name fields in; every way to compare, and every place for a filter. */
final class Questions {
    /** A field, and a value to compare it with. */
    record Asked(String field, JsonNode value) {
        @Override
        public String toString() {
            return field;
        }

        private String present(String path) {
            return "{\"field\":\"" + path + field + "\",\"op\":\"notEmpty\"}";
        }

        private String equal() {
            return "{\"field\":\"" + field + "\",\"op\":\"eq\",\"value\":" + value + "}";
        }
    }

    /**
     * One way to ask.
     *
     * @param most how many fields it can speak of at once
     * @param compares it needs values
     */
    record Question(String name, String path, int most, boolean compares, Function<List<Asked>, String> body) {
        Answer put(ApiClient reader, List<Asked> fields) {
            return reader.post(path, body.apply(fields));
        }

        Stream<List<Asked>> parts(List<Asked> all) {
            List<Asked> fields = compares
                    ? all.stream().filter(field -> !field.value().isNull()).toList()
                    : all;
            return IntStream.iterate(0, from -> from < fields.size(), from -> from + most)
                    .mapToObj(from -> fields.subList(from, Math.min(from + most, fields.size())));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Questions() {}

    /** The same about fields that nobody knows. */
    static List<Asked> unknown(List<Asked> fields) {
        return fields.stream().map(field -> new Asked("zzzzzz", field.value())).toList();
    }

    static List<Question> of(Catalog catalog, ObjectDefinition object) {
        String records = "/api/records/" + object.name();
        String count = "\"measures\":[{\"function\":\"count\"}]";
        List<Question> questions = new ArrayList<>(List.of(
                new Question(
                        "filter present",
                        records + "/query",
                        100,
                        false,
                        fields -> "{\"filter\":%s}".formatted(all(fields, one -> one.present("")))),
                new Question(
                        "filter equal",
                        records + "/query",
                        100,
                        true,
                        fields -> "{\"filter\":%s}".formatted(all(fields, Asked::equal))),
                new Question(
                        "not equal",
                        records + "/query",
                        100,
                        true,
                        fields -> "{\"filter\":{\"not\":%s}}".formatted(all(fields, Asked::equal))),
                new Question(
                        "any equal",
                        records + "/query",
                        100,
                        true,
                        fields -> "{\"filter\":%s}"
                                .formatted(all(fields, Asked::equal).replace("{\"and\":", "{\"or\":"))),
                new Question(
                        "aggregate of present",
                        records + "/aggregate",
                        100,
                        false,
                        fields -> "{\"filter\":%s,%s}".formatted(all(fields, one -> one.present("")), count)),
                new Question(
                        "bulk equal",
                        records + "/bulk",
                        100,
                        true,
                        fields ->
                                "{\"filter\":%s,\"delete\":true,\"dryRun\":true}".formatted(all(fields, Asked::equal))),
                new Question(
                        "view present",
                        "/api/views",
                        100,
                        false,
                        fields -> "{\"object\":\"%s\",\"name\":\"x\",\"filter\":%s}"
                                .formatted(object.name(), all(fields, one -> one.present("")))),
                new Question(
                        "sort",
                        records + "/query",
                        5,
                        false,
                        fields -> "{\"sort\":[%s]}"
                                .formatted(list(fields, one -> "{\"field\":\"" + one.field() + "\"}"))),
                new Question(
                        "group",
                        records + "/aggregate",
                        3,
                        false,
                        fields -> "{\"groups\":[%s],%s}"
                                .formatted(list(fields, one -> "{\"field\":\"" + one.field() + "\"}"), count)),
                new Question(
                        "measure",
                        records + "/aggregate",
                        20,
                        false,
                        fields -> "{\"measures\":[%s]}"
                                .formatted(list(
                                        fields, one -> "{\"function\":\"max\",\"field\":\"" + one.field() + "\"}"))),
                new Question(
                        "board",
                        records + "/board",
                        1,
                        false,
                        fields -> "{\"groupBy\":\"%s\"}"
                                .formatted(fields.getFirst().field())),
                new Question(
                        "upsert",
                        records + "/upsert",
                        1,
                        false,
                        fields -> "{\"key\":[%1$s],\"records\":[{%1$s:%2$s}],\"atomic\":true}"
                                .formatted(
                                        "\"" + fields.getFirst().field() + "\"",
                                        fields.getFirst().value()))));
        for (Catalog.Child child : catalog.children(object)) {
            String through = child.reference().name() + ".";
            questions.add(new Question(
                    "through " + child.object().name() + "." + through,
                    "/api/records/" + child.object().name() + "/query",
                    100,
                    false,
                    fields -> "{\"filter\":%s}".formatted(all(fields, one -> one.present(through)))));
        }
        return questions;
    }

    private static String all(List<Asked> fields, Function<Asked, String> term) {
        return "{\"and\":[" + list(fields, term) + "]}";
    }

    private static String list(List<Asked> fields, Function<Asked, String> part) {
        return fields.stream().map(part).collect(Collectors.joining(","));
    }
}
