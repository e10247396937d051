package hengke.kernel.files;

import hengke.kernel.database.DataFolder;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the file store and the files in it. */
@Configuration(proxyBeanMethods = false)
class FileConfiguration {
    private static final Duration ABANDONED = Duration.ofDays(1);

    @Bean
    FileStore fileStore(
            DataFolder dataFolder,
            @Value("${hengke.s3.endpoint:}") String endpoint,
            @Value("${hengke.s3.bucket:hengke}") String bucket,
            @Value("${hengke.s3.region:us-east-1}") String region,
            @Value("${hengke.s3.access-key:}") String accessKey,
            @Value("${hengke.s3.secret-key:}") String secretKey) {
        return endpoint.isEmpty()
                ? new LocalFileStore(dataFolder.folder("files"))
                : new S3FileStore(new S3Settings(endpoint, bucket, region, accessKey, secretKey));
    }

    @Bean
    SettingGroup fileSettings() {
        return FileSettings.GROUP;
    }

    @Bean
    StoredFiles storedFiles(
            DSLContext database, FileStore store, DataFolder dataFolder, Clock clock, Settings settings) {
        Path uploads = dataFolder.folder("uploads");
        clear(uploads, clock.instant().minus(ABANDONED));
        return new StoredFiles(database, store, uploads, clock, () -> FileSettings.mostBytes(settings));
    }

    /** What a killed server was still receiving. */
    private static void clear(Path uploads, Instant before) {
        for (File file : Objects.requireNonNullElse(uploads.toFile().listFiles(), new File[0])) {
            if (file.lastModified() < before.toEpochMilli()) {
                file.delete();
            }
        }
    }
}
