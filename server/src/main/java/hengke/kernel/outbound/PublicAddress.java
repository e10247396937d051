package hengke.kernel.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** What is on the public network: an address within somebody's own network, of this machine, or of no machine is not. */
public final class PublicAddress {
    /** All that is not given to a machine of the public network (RFC 6890, RFC 1918, RFC 6598). */
    private static final List<Network> CLOSED_FOUR = Network.list(
            "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24"
                    + " 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3");

    /** Of IPv6 only this is; what carries an IPv4 address within (2002::/16, 64:ff9b::/96) could mean any of those. */
    private static final List<Network> OPEN_SIX = Network.list("2000::/3");

    private static final List<Network> CLOSED_SIX = Network.list("2001::/23 2001:db8::/32 2002::/16 3fff::/20");

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> !within(CLOSED_FOUR, four);
            case Inet6Address six -> within(OPEN_SIX, six) && !within(CLOSED_SIX, six);
            default -> false;
        };
    }

    /** Is it no server whatsoever, but everybody, nobody, or where clouds tell a machine its secrets? */
    public static boolean never(InetAddress address) {
        return address.isLinkLocalAddress() || address.isMulticastAddress() || address.isAnyLocalAddress();
    }

    private static boolean within(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
