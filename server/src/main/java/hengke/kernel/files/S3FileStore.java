package hengke.kernel.files;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Contents in a bucket of any service that speaks S3. */
public final class S3FileStore implements FileStore, AutoCloseable {
    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String bucket;

    public S3FileStore(S3Settings settings) {
        this.bucket = settings.bucket();
        this.client = S3Client.builder()
                .endpointOverride(URI.create(settings.endpoint()))
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                // services other than Amazon's know buckets by path, and not its newest checksums
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    public void keep(Path file, String sha256) {
        if (!has(sha256)) {
            client.putObject(request -> request.bucket(bucket).key(key(sha256)), RequestBody.fromFile(file));
        }
    }

    @Override
    public InputStream open(String sha256) {
        try {
            return client.getObject(request -> request.bucket(bucket).key(key(sha256)));
        } catch (NoSuchKeyException e) {
            throw new MissingContent(sha256);
        }
    }

    @Override
    public boolean has(String sha256) {
        try {
            client.headObject(request -> request.bucket(bucket).key(key(sha256)));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void remove(String sha256) {
        client.deleteObject(request -> request.bucket(bucket).key(key(sha256)));
    }

    @Override
    public void close() {
        client.close();
    }

    private static String key(String sha256) {
        return "files/" + Checksum.require(sha256);
    }
}
