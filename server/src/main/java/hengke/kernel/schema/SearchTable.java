package hengke.kernel.schema;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.schema.Layout.Column;
import hengke.kernel.schema.Layout.Constraint;
import hengke.kernel.schema.Layout.Index;
import hengke.kernel.schema.Layout.Table;
import java.util.List;

/** The table beside an object's own that holds what its records are found by. */
public final class SearchTable {
    private SearchTable() {}

    public static String name(ObjectDefinition object) {
        return Sql.fitting(object.table(), "_search");
    }

    static Table of(ObjectDefinition object) {
        String name = name(object);
        return new Table(
                name,
                List.of(
                        column("record_id", "bigint", "primary key"),
                        column("title", "text", "not null"),
                        column("body", "text", "not null"),
                        column("grams", "text[]", "not null")),
                List.of(new Constraint(
                        Sql.fitting(name, "_fk"),
                        "foreign key (\"record_id\") references " + Sql.quoted(object.table()) + " on delete cascade",
                        "record_id",
                        object.table())),
                List.of(
                        new Index(Sql.fitting(name, "_grams"), false, "using gin (\"grams\")"),
                        new Index(Sql.fitting(name, "_title"), false, "using btree (\"title\" text_pattern_ops)")));
    }

    private static Column column(String name, String type, String rule) {
        return new Column(name, PostgresType.of(type), rule);
    }
}
