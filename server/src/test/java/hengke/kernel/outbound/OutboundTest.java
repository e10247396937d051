package hengke.kernel.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.outbound.OutboundFault.Kind;
import hengke.testing.OwnCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests may go, what they carry, and that nobody keeps the product waiting or reading. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboundTest {
    private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();
    private static final Outbound PUBLIC = outbound("", InetAddress::getAllByName);
    private static final Outbound OWN = outbound("127.0.0.0/8", InetAddress::getAllByName);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "localhost",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:a00:1]",
                "[::7f00:1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:0:1::1]",
                "[fc00::1]",
                "[fd00::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]"
            })
    void what_is_not_on_the_public_network_is_not_called(String host) {
        assertThat(fault(PUBLIC, "https://" + host + "/")).isEqualTo(Kind.ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"99.255.255.255", "100.128.0.0", "172.32.0.1", "11.0.0.1", "223.255.255.255", "2400:3200::1"})
    void what_lies_beside_closed_networks_is_public(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://0x7f.0.0.1/",
                "https://0x7f000001/",
                "https://2130706433/",
                "https://017700000001/",
                "https://127.1/",
                "https://0177.0.0.1/",
                "https://010.0.0.1/",
                "https://10.0.0.0x1/",
                "https://localhost./",
                "https://127.0.0.1./",
                "https://user@example.com/",
                "https://example.com:x/",
                "https:///path",
                "ftp://example.com/",
                "file:///etc/passwd",
                "//example.com/",
                "example.com",
                "https://exa mple.com/",
                ""
            })
    void what_could_be_read_in_two_ways_is_not_taken(String address) {
        assertThat(PUBLIC.wrong(address)).isPresent();
        assertThat(OWN.wrong(address)).isPresent();
    }

    @Test
    void plain_http_is_for_ones_own_networks_or_for_what_proves_itself() {
        assertThat(PUBLIC.wrong("http://example.com/")).isPresent();
        assertThat(PUBLIC.wrong("https://example.com/hook?a=b")).isEmpty();
        assertThat(OWN.wrong("http://crm.inner/hook")).isEmpty();
        Outbound named = outbound("127.0.0.0/8", _ -> new InetAddress[] {InetAddress.ofLiteral("8.8.8.8")});
        assertThat(fault(named, "http://somewhere.example/")).isEqualTo(Kind.PLAIN);
    }

    @Test
    void a_network_of_ones_own_never_holds_what_is_no_server() {
        Outbound everything = outbound("0.0.0.0/0, ::/0", InetAddress::getAllByName);
        for (String host : List.of("169.254.169.254", "0.0.0.0", "224.0.0.1", "[fe80::1]", "[::]")) {
            assertThat(fault(everything, "http://" + host + "/")).as(host).isEqualTo(Kind.ADDRESS);
        }
    }

    @Test
    void one_closed_address_of_a_name_spoils_the_others() {
        Outbound two = outbound(
                "", _ -> new InetAddress[] {InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("10.0.0.1")});
        assertThat(fault(two, "https://somewhere.example/")).isEqualTo(Kind.ADDRESS);
        Outbound none = outbound("", host -> {
            throw new UnknownHostException(host);
        });
        assertThat(fault(none, "https://somewhere.example/")).isEqualTo(Kind.NAME);
    }

    @Test
    void a_name_is_looked_up_once_so_that_it_cannot_become_another_meanwhile() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Future<String> asked = answering(server, "HTTP/1.1 204 No Content\r\n\r\n");
            var lookups = new AtomicInteger();
            Outbound rebinding =
                    outbound("127.0.0.1", _ -> new InetAddress[] {
                        InetAddress.ofLiteral(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")
                    });
            String address = "http://hooks.example:" + server.getLocalPort() + "/a%20b?c=d";
            assertThat(rebinding.post(post(address)).status()).isEqualTo(204);
            assertThat(lookups).hasValue(1);
            assertThat(asked.get())
                    .startsWith("POST /a%20b?c=d HTTP/1.1\r\nHost: hooks.example:" + server.getLocalPort() + "\r\n")
                    .contains("Content-Length: 5\r\n", "X-One: 1\r\n")
                    .endsWith("\r\n\r\nhello");
        }
    }

    @Test
    void a_redirect_is_an_answer_and_nobody_is_asked_again() throws Exception {
        Answer answer = answer("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.success()).isFalse();
        assertThat(answer.header("location")).contains("http://169.254.169.254/");
    }

    @Test
    void answers_are_read_in_each_form_and_no_further_than_wanted() throws Exception {
        assertThat(answer("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef").text())
                .isEqualTo("abc");
        assertThat(answer("HTTP/1.0 200\r\n\r\nto the end").text()).isEqualTo("to the end");
        assertThat(answer("HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
                        .text())
                .isEqualTo("abcde");
        assertThat(answer("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(5_000)).body()).hasSize(1_000);
        assertThat(answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n" + "x".repeat(5_000))
                        .body())
                .hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void what_is_no_whole_answer_is_none(String bytes) {
        assertThatThrownBy(() -> answer(bytes))
                .isInstanceOfSatisfying(
                        OutboundFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.ANSWER));
    }

    @Test
    void an_endless_head_is_not_read_to_its_end() {
        assertThatThrownBy(() -> answer("HTTP/1.1 200 OK\r\n" + "X: yyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n".repeat(2_000)))
                .isInstanceOf(OutboundFault.class);
    }

    @Test
    void whoever_answers_drop_by_drop_is_left_when_the_time_is_over() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept()) {
                    while (true) {
                        socket.getOutputStream().write('H');
                        Thread.sleep(20);
                    }
                } catch (IOException | InterruptedException e) {
                    // it was left
                }
            });
            assertThat(fault(OWN, "http://127.0.0.1:" + server.getLocalPort() + "/"))
                    .isEqualTo(Kind.TIME);
        }
    }

    @Test
    void nobody_there_is_said() throws Exception {
        int port;
        try (var server = new ServerSocket(0)) {
            port = server.getLocalPort();
        }
        assertThat(fault(OWN, "http://127.0.0.1:" + port + "/")).isEqualTo(Kind.CONNECTION);
    }

    @Test
    void whoever_cannot_prove_the_name_gets_nothing() throws Exception {
        SSLContext known = OwnCertificates.context("hooks.example");
        Outbound trusting = new Outbound(
                new Destinations(
                        Network.list("127.0.0.1"), _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")}),
                known.getSocketFactory());
        try (ServerSocket server =
                known.getServerSocketFactory().createServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            answering(server, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nsafe");
            assertThat(trusting.post(post("https://hooks.example:" + server.getLocalPort() + "/"))
                            .text())
                    .isEqualTo("safe");
            answering(server, "HTTP/1.1 200 OK\r\n\r\n");
            assertThat(fault(trusting, "https://other.example:" + server.getLocalPort() + "/"))
                    .isEqualTo(Kind.SECURITY);
            answering(server, "HTTP/1.1 200 OK\r\n\r\n");
            assertThat(fault(OWN, "https://127.0.0.1:" + server.getLocalPort() + "/"))
                    .isEqualTo(Kind.SECURITY);
        }
    }

    @Test
    void a_header_cannot_carry_another() {
        assertThatThrownBy(() -> new Outbound.Post(
                        URI.create("https://example.com/"),
                        Map.of("X-One", "1\r\nX-Two: 2"),
                        new byte[0],
                        Duration.ofSeconds(1),
                        1,
                        false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Outbound outbound(String own, Destinations.Names names) {
        return new Outbound(new Destinations(Network.list(own), names), TLS);
    }

    private static Outbound.Post post(String address) {
        return new Outbound.Post(
                URI.create(address),
                Map.of("X-One", "1"),
                "hello".getBytes(US_ASCII),
                Duration.ofSeconds(2),
                1_000,
                false);
    }

    private static Kind fault(Outbound outbound, String address) {
        try {
            Answer answer = outbound.post(post(address));
            throw new AssertionError(address + " answered " + answer.status());
        } catch (OutboundFault fault) {
            return fault.kind();
        }
    }

    private static Answer answer(String bytes) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            answering(server, bytes);
            return OWN.post(post("http://127.0.0.1:" + server.getLocalPort() + "/"));
        }
    }

    /** Reads one request to the end of what these tests send, then says this and hangs up. */
    private static Future<String> answering(ServerSocket server, String bytes) {
        var asked = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            try (Socket socket = server.accept()) {
                InputStream in = socket.getInputStream();
                var request = new StringBuilder();
                while (!request.toString().endsWith("\r\n\r\nhello")) {
                    int each = in.read();
                    if (each < 0) {
                        break;
                    }
                    request.append((char) each);
                }
                asked.complete(request.toString());
                socket.getOutputStream().write(bytes.getBytes(US_ASCII));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                asked.completeExceptionally(e);
            }
        });
        return asked;
    }
}
