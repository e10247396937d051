package hengke.capability.signing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hengke.kernel.signing.ServiceSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays a certified service: takes papers over HTTP, has them signed by its own certificate, and rings. */
final class CertifiedService implements AutoCloseable {
    static final String SECRET = "shared-with-the-service";

    private final HttpServer server;
    private final Map<String, Flow> flows = new ConcurrentHashMap<>();
    volatile boolean away;
    volatile boolean altering;

    /** A paper the service leads. */
    static final class Flow {
        final String id;
        final byte[] paper;
        final List<String> names;
        final ArrayNode events = JsonMapper.shared().createArrayNode();
        volatile String cancelled = "";

        Flow(String id, byte[] paper, List<String> names) {
            this.id = id;
            this.paper = paper;
            this.names = names;
        }

        synchronized void add(String what, int turn, String reason) {
            events.addObject()
                    .put("what", what)
                    .put("turn", turn)
                    .put("at", Instant.now().toString())
                    .put("reason", reason);
        }
    }

    CertifiedService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/flows", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The one it took last. */
    Flow newest() {
        return flows.get("flow-" + flows.size());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (away) {
            reply(exchange, 500, new byte[0]);
            return;
        }
        if (path.length == 2) {
            JsonNode asked = JsonMapper.shared().readTree(body);
            List<String> names = new ArrayList<>();
            asked.path("parties").forEach(party -> names.add(party.path("name").asString()));
            Flow flow = new Flow(
                    "flow-" + (flows.size() + 1),
                    Base64.getDecoder().decode(asked.path("paper").asString()),
                    names);
            flows.put(flow.id, flow);
            reply(exchange, json().put("flow", flow.id));
            return;
        }
        Flow flow = flows.get(path[2]);
        switch (path.length == 3 ? "" : path[3]) {
            case "" -> {
                ObjectNode told = json();
                told.set("events", flow.events);
                reply(exchange, told);
            }
            case "door" -> reply(exchange, json().put("url", "https://sign.example.com/" + flow.id + "/" + path[4]));
            case "paper" -> reply(exchange, 200, altering ? flow.paper : ServiceSigner.signed(flow.paper, flow.names));
            case "cancel" -> {
                flow.cancelled =
                        JsonMapper.shared().readTree(body).path("reason").asString();
                reply(exchange, json());
            }
            default -> reply(exchange, 404, new byte[0]);
        }
    }

    private static ObjectNode json() {
        return JsonMapper.shared().createObjectNode();
    }

    private static void reply(HttpExchange exchange, ObjectNode json) throws IOException {
        reply(exchange, 200, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** How it shows that a message is its own. */
    static String proof(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
