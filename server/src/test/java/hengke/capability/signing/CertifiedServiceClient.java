package hengke.capability.signing;

import hengke.kernel.metadata.Label;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Connects to a certified service, as an installation that has an account with one would. */
final class CertifiedServiceClient implements SigningService {
    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();

    CertifiedServiceClient(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String name() {
        return "certified";
    }

    @Override
    public Label label() {
        return new Label("示例认证签", "Example Certified Signing");
    }

    @Override
    public Taken take(Errand errand) throws IOException {
        ObjectNode asked = JsonMapper.shared()
                .createObjectNode()
                .put("title", errand.about().title())
                .put("paper", Base64.getEncoder().encodeToString(errand.paper()));
        errand.parties()
                .forEach(party -> asked.withArray("parties")
                        .addObject()
                        .put("turn", party.turn())
                        .put("name", party.name())
                        .put("email", party.email()));
        return new Taken(json(send("/flows", asked)).path("flow").asString(), errand.paper());
    }

    @Override
    public Optional<URI> door(Envelope envelope, Party party) throws IOException {
        return Optional.of(URI.create(json(send("/flows/" + envelope.reference() + "/door/" + party.turn(), null))
                .path("url")
                .asString()));
    }

    @Override
    public Message proves() {
        return Message.of("signing.proves");
    }

    @Override
    public String rung(Ring ring) {
        String body = new String(ring.body(), StandardCharsets.UTF_8);
        String proof = ring.headers().get("X-Proof");
        if (proof == null
                || !MessageDigest.isEqual(
                        CertifiedService.proof(body).getBytes(StandardCharsets.UTF_8),
                        proof.getBytes(StandardCharsets.UTF_8))) {
            throw new Refusal.Forbidden(Message.of("problem.notFound"));
        }
        return JsonMapper.shared().readTree(body).path("flow").asString();
    }

    @Override
    public List<Happening> happened(String reference) throws IOException {
        List<Happening> happened = new ArrayList<>();
        for (JsonNode event : json(send("/flows/" + reference, null)).path("events")) {
            int turn = event.path("turn").asInt();
            Instant at = Instant.parse(event.path("at").asString());
            happened.add(
                    switch (event.path("what").asString()) {
                        case "read" -> new Happening.Read(turn, at);
                        case "signed" -> new Happening.Signed(turn, at, "service", Map.of(), null);
                        case "declined" ->
                            new Happening.Declined(
                                    turn, at, event.path("reason").asString());
                        default -> throw new IOException("not agreed: " + event);
                    });
        }
        return happened;
    }

    @Override
    public byte[] paper(String reference) throws IOException {
        return send("/flows/" + reference + "/paper", null);
    }

    @Override
    public void cancel(String reference, String reason) throws IOException {
        send(
                "/flows/" + reference + "/cancel",
                JsonMapper.shared().createObjectNode().put("reason", reason));
    }

    private static JsonNode json(byte[] answer) {
        return JsonMapper.shared().readTree(answer);
    }

    private byte[] send(String path, @Nullable ObjectNode body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
