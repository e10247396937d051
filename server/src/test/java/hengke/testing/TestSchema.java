package hengke.testing;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.schema.SchemaSync;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;

/** A migrated database with the tables of some objects, prepared once per test run and then cloned. */
public final class TestSchema {
    private TestSchema() {}

    public static TestDatabase of(BusinessObject... objects) {
        return of(Catalog.of(objects));
    }

    public static TestDatabase of(Catalog catalog) {
        String template =
                catalog.objects().stream().map(TestSchema::signature).sorted().collect(Collectors.joining());
        return TestDatabase.from(template, database -> {
            Flyway.configure().dataSource(database.dataSource()).load().migrate();
            bring(database, catalog);
        });
    }

    /** Brings a database to a catalog; a test with an impossible one fails. */
    public static void bring(TestDatabase database, Catalog catalog) {
        if (new SchemaSync(database.dataSource()).bringTo(catalog) instanceof SchemaSync.Obstructed(var obstacles)) {
            throw new AssertionError(obstacles.toString());
        }
    }

    /** Two tests may declare different objects of the same name. */
    private static String signature(ObjectDefinition definition) {
        return definition.name()
                + definition.fields().stream()
                        .map(field -> field.name() + field.type().columns() + field.traits())
                        .collect(Collectors.joining());
    }
}
