package hengke.kernel.signing;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Where a name on the public network leads: an address within one's own network, or of this machine, is none. */
final class PublicAddress {
    private static final int CARRIER = 100;
    private static final int CARRIER_LEAST = 64;
    private static final int CARRIER_MOST = 127;
    private static final int UNIQUE_LOCAL = 0xFC;

    private PublicAddress() {}

    /** The address to connect to; the name is not looked up again, so that it cannot become another meanwhile. */
    static InetAddress of(String host) throws IOException {
        InetAddress[] found = InetAddress.getAllByName(host);
        for (InetAddress address : found) {
            if (!open(address)) {
                throw new IOException(host + " is not on the public network");
            }
        }
        return found[0];
    }

    private static boolean open(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && switch (address) {
                    case Inet4Address four -> openFour(four.getAddress());
                    case Inet6Address six -> (six.getAddress()[0] & 0xFE) != UNIQUE_LOCAL;
                    default -> false;
                };
    }

    private static boolean openFour(byte[] parts) {
        int first = parts[0] & 0xFF;
        int second = parts[1] & 0xFF;
        return first != 0 && !(first == CARRIER && second >= CARRIER_LEAST && second <= CARRIER_MOST);
    }
}
