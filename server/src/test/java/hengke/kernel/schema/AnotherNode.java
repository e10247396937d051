package hengke.kernel.schema;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A process of its own that brings a database to the samples; a test kills it. */
final class AnotherNode {
    private AnotherNode() {}

    public static void main(String[] arguments) {
        new SchemaSync(dataSource(arguments[0], arguments[1], arguments[2])).bringTo(Samples.catalog());
    }

    /** Connections of its own, without a pool. */
    static DataSource dataSource(String url, String user, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }
}
