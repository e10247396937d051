package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A node of a tree: administrators' options such as industries, or the fixed Chinese divisions. */
public record TreeChoiceType(Tree tree) implements FieldType.Single<String> {

    /** Where the nodes come from. */
    public sealed interface Tree permits Nodes, Divisions {}

    /** Options with parents. */
    public record Nodes(List<Option> options) implements Tree {
        public Nodes {
            options = List.copyOf(options);
        }
    }

    /** 省/市/区 by their 2, 4 and 6 digit codes; a code lies under each of its prefixes. */
    public record Divisions() implements Tree {}

    @Override
    public String kind() {
        return tree instanceof Divisions ? "region" : "treeChoice";
    }

    @Override
    public Column column() {
        return new Column("", SQLDataType.CLOB, "text");
    }

    @Override
    public String read(JsonNode json) throws Unreadable {
        return switch (tree) {
            case Nodes nodes -> Options.read(json, nodes.options());
            case Divisions _ -> division(json);
        };
    }

    private static String division(JsonNode json) throws Unreadable {
        String code = Json.text(json, 6, false);
        if (!Regions.contains(code)) {
            throw new Unreadable("value.region");
        }
        return code;
    }

    @Override
    public JsonNode write(String value) {
        return Json.NODES.stringNode(value);
    }

    @Override
    public Set<Operator> operators() {
        return Operator.TREE;
    }

    @Override
    public @Nullable String sample(RandomGenerator random) {
        return switch (tree) {
            case Nodes nodes -> Options.sample(random, nodes.options());
            case Divisions _ -> Regions.sample(random);
        };
    }
}
