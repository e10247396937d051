package hengke.kernel.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks an authority on the public network for a time-stamp (RFC 3161 over HTTP): within ten seconds, following nobody
 * elsewhere, and reading no more than such an answer can be long.
 */
final class TimeStampAuthority {
    private static final int PATIENCE = 10_000;
    private static final int LONGEST = 128 << 10;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final byte[] BODY = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private TimeStampAuthority() {}

    static byte[] ask(URI address, byte[] request) throws IOException {
        boolean secure = "https".equals(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : secure ? HTTPS : HTTP;
        InetAddress where = PublicAddress.of(address.getHost());
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(where, port), PATIENCE);
            plain.setSoTimeout(PATIENCE);
            try (Socket socket = secure ? secured(plain, address.getHost(), port) : plain) {
                send(socket.getOutputStream(), address, request);
                return body(socket.getInputStream());
            }
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static void send(OutputStream out, URI address, byte[] request) throws IOException {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        out.write(("POST " + path + query + " HTTP/1.0\r\nHost: " + address.getHost()
                        + "\r\nContent-Type: application/timestamp-query\r\nAccept: application/timestamp-reply"
                        + "\r\nContent-Length: " + request.length + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(request);
        out.flush();
    }

    private static byte[] body(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        read.write(in.readNBytes(LONGEST));
        byte[] answer = read.toByteArray();
        String head = new String(answer, 0, Math.min(answer.length, 64), StandardCharsets.US_ASCII);
        if (!head.matches("(?s)HTTP/1\\.[01] 200 .*")) {
            throw new IOException(
                    "the authority answered " + head.lines().findFirst().orElse("nothing"));
        }
        for (int at = 0; at + BODY.length <= answer.length; at++) {
            if (Arrays.equals(answer, at, at + BODY.length, BODY, 0, BODY.length)) {
                return Arrays.copyOfRange(answer, at + BODY.length, answer.length);
            }
        }
        throw new IOException("the authority answered without a body");
    }
}
