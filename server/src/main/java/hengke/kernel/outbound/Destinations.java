package hengke.kernel.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where requests may go: to the public network, and to those networks of one's own that whoever runs the product has
 * named; to the latter also by plain http.
 */
final class Destinations {
    private final List<Network> own;
    private final Names names;

    Destinations(List<Network> own, Names names) {
        this.own = own;
        this.names = names;
    }

    /** Finds out what addresses a name has. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** May an address be plain http at all? */
    boolean plainSomewhere() {
        return !own.isEmpty();
    }

    /**
     * The addresses to connect to; the name is not looked up again, so that it cannot become another meanwhile. One
     * that may not be called spoils them all.
     *
     * @param plain whether what is sent may be read and altered on its way over the public network
     */
    List<InetAddress> of(URI address, boolean plain) throws OutboundFault {
        boolean open = plain || "https".equals(address.getScheme());
        InetAddress[] found = found(address.getHost());
        for (InetAddress each : found) {
            boolean ours = own.stream().anyMatch(network -> network.contains(each)) && !PublicAddress.never(each);
            if (!ours && !(open && PublicAddress.is(each))) {
                throw new OutboundFault(
                        PublicAddress.is(each) ? OutboundFault.Kind.PLAIN : OutboundFault.Kind.ADDRESS,
                        address.getHost() + " is " + each.getHostAddress());
            }
        }
        return Arrays.asList(found);
    }

    private InetAddress[] found(String host) throws OutboundFault {
        try {
            return names.of(host);
        } catch (UnknownHostException e) {
            throw new OutboundFault(OutboundFault.Kind.NAME, host, e);
        }
    }
}
