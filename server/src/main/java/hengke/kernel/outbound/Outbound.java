package hengke.kernel.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hengke.kernel.problem.Message;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends requests to addresses that people type. The name is looked up once and checked, and the connection goes to what
 * was checked; a redirect is an answer like any other. One request, one connection.
 */
public final class Outbound {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LONGEST_ADDRESS = 1_000;

    /** A number in a form that some read as octal, hexadecimal or short is none. */
    private static final Pattern HOST = Pattern.compile(
            "(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}|\\[.*]|([A-Za-z0-9_-]+\\.)*[A-Za-z][A-Za-z0-9-]*");

    private final Destinations destinations;
    private final SSLSocketFactory secured;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outbound-clock").factory());

    Outbound(Destinations destinations, SSLSocketFactory secured) {
        this.destinations = destinations;
        this.secured = secured;
    }

    /**
     * A request that carries something.
     *
     * @param headers beside those that every request has
     * @param patience for all of it, from the connection to the end of the answer
     * @param longest so many bytes of the answer's body are read
     * @param plain may it go over the public network by plain http? Only for what proves itself, such as a time-stamp
     */
    public record Post(
            URI address, Map<String, String> headers, byte[] body, Duration patience, int longest, boolean plain) {
        public Post {
            headers = Map.copyOf(headers);
            headers.forEach((name, value) -> {
                if (!name.matches("[A-Za-z0-9-]+") || value.chars().anyMatch(each -> each < ' ' || each > '~')) {
                    throw new IllegalArgumentException("Not a header: " + name);
                }
            });
        }
    }

    /** What is wrong with an address that somebody typed, as far as its letters tell. */
    public Optional<Message> wrong(String address) {
        if (!readable(address)) {
            return Optional.of(Message.of("outbound.unreadable"));
        }
        return address.startsWith("https:") || destinations.plainSomewhere()
                ? Optional.empty()
                : Optional.of(Message.of("outbound.https"));
    }

    /** Is it an address of http or https, with a host and without a password? */
    public static boolean readable(String address) {
        try {
            URI uri = URI.create(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && HOST.matcher(uri.getHost()).matches()
                    && uri.getRawUserInfo() == null
                    && address.length() <= LONGEST_ADDRESS;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Sends it and waits for the answer, whatever its status. */
    public Answer post(Post post) throws OutboundFault {
        if (!readable(post.address().toString())) {
            throw new OutboundFault(OutboundFault.Kind.NAME, "not an address");
        }
        URI address = URI.create(post.address().toASCIIString());
        List<InetAddress> found = destinations.of(address, post.plain());
        long end = System.nanoTime() + post.patience().toNanos();
        try (Socket socket = connected(found, address, end)) {
            Future<?> limit = clock.schedule(() -> close(socket), end - System.nanoTime(), TimeUnit.NANOSECONDS);
            try {
                return exchange(socket, address, post);
            } finally {
                limit.cancel(false);
            }
        } catch (OutboundFault e) {
            throw e;
        } catch (IOException e) {
            throw new OutboundFault(kind(e, end), address.getHost() + ": " + e, e);
        }
    }

    /** To the first that takes it; nothing has been sent then. */
    private static Socket connected(List<InetAddress> found, URI address, long end) throws IOException {
        IOException refused = new IOException("no address");
        for (InetAddress each : found) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(each, port(address)), patience(end));
                return socket;
            } catch (IOException e) {
                close(socket);
                refused = e;
            }
        }
        throw refused;
    }

    private Answer exchange(Socket plain, URI address, Post post) throws IOException {
        boolean secure = "https".equals(address.getScheme());
        try (Socket socket = secure ? secured(plain, address) : plain) {
            send(socket.getOutputStream(), address, post);
            return AnswerReader.read(new BufferedInputStream(socket.getInputStream()), post.longest());
        }
    }

    private Socket secured(Socket plain, URI address) throws IOException {
        SSLSocket socket = (SSLSocket) secured.createSocket(plain, address.getHost(), port(address), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static void send(OutputStream out, URI address, Post post) throws IOException {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        var head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\nHost: " + address.getHost() + port
                + "\r\nUser-Agent: Hengke\r\nContent-Length: " + post.body().length + "\r\nConnection: close\r\n");
        post.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(US_ASCII));
        out.write(post.body());
        out.flush();
    }

    private static OutboundFault.Kind kind(IOException e, long end) {
        if (System.nanoTime() - end >= 0) {
            return OutboundFault.Kind.TIME;
        }
        return e instanceof SSLException ? OutboundFault.Kind.SECURITY : OutboundFault.Kind.CONNECTION;
    }

    private static int port(URI address) {
        return address.getPort() > 0 ? address.getPort() : "https".equals(address.getScheme()) ? HTTPS : HTTP;
    }

    private static int patience(long end) {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    /** Whoever reads or writes then finds it closed; the handshake of a secured one would wait for the other side. */
    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed is closed
        }
    }
}
