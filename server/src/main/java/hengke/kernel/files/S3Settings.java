package hengke.kernel.files;

/** A bucket and how to reach it: HENGKE_S3_ENDPOINT, _BUCKET, _REGION, _ACCESS_KEY, _SECRET_KEY. */
public record S3Settings(String endpoint, String bucket, String region, String accessKey, String secretKey) {
    @Override
    public String toString() {
        return endpoint + "/" + bucket;
    }
}
