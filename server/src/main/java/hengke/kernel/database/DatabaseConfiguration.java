package hengke.kernel.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the data folder and the data source, on which jOOQ, Flyway and the jobs are then built. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    @Bean
    DataFolder dataFolder(@Value("${hengke.data:data}") Path path) {
        return new DataFolder(path);
    }

    @Bean(destroyMethod = "close")
    Database database(DatabaseSettings settings, DataFolder dataFolder) {
        return Database.open(settings, dataFolder);
    }

    @Bean(destroyMethod = "") // closed by the database, before its server
    HikariDataSource dataSource(Database database) {
        return database.dataSource();
    }
}
