package hengke.kernel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.gaul.s3proxy.junit.S3ProxyExtension;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@DisplayNameGeneration(ReplaceUnderscores.class)
class S3FileStoreTest {
    private static final String UNKNOWN = "0".repeat(64);

    @RegisterExtension
    final S3ProxyExtension s3 =
            S3ProxyExtension.builder().withCredentials("access", "secret").build();

    @TempDir
    private Path folder;

    @Test
    void a_bucket_keeps_contents_as_a_folder_does() throws Exception {
        byte[] content = "恒客".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("a"), content);
        String sha256 = HexFormat.of().formatHex(Checksum.start().digest(content));
        S3Settings settings =
                new S3Settings(s3.getUri().toString(), "hengke", "us-east-1", s3.getAccessKey(), s3.getSecretKey());
        createBucket(settings);
        try (S3FileStore store = new S3FileStore(settings)) {
            assertThat(store.has(sha256)).isFalse();
            store.keep(file, sha256);
            store.keep(file, sha256);
            assertThat(store.has(sha256)).isTrue();
            try (InputStream stream = store.open(sha256)) {
                assertThat(stream.readAllBytes()).isEqualTo(content);
            }
            assertThatThrownBy(() -> store.open(UNKNOWN)).isInstanceOf(FileStore.MissingContent.class);
        }
    }

    private void createBucket(S3Settings settings) {
        try (S3Client client = S3Client.builder()
                .endpointOverride(s3.getUri())
                .region(Region.of(settings.region()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            client.createBucket(request -> request.bucket(settings.bucket()));
        }
    }
}
