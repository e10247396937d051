package hengke.kernel.outbound;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Addresses that begin with the same bits, as in {@code 10.0.0.0/8}. */
record Network(InetAddress first, int bits) {
    /** Several, divided by spaces or commas; a single address is a network too. */
    static List<Network> list(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(each -> !each.isEmpty())
                .map(Network::of)
                .toList();
    }

    private static Network of(String text) {
        String[] parts = text.split("/", 2);
        InetAddress first = InetAddress.ofLiteral(parts[0]);
        int most = first.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("Not a network: " + text);
        }
        return new Network(first, bits);
    }

    boolean contains(InetAddress address) {
        byte[] own = first.getAddress();
        byte[] other = address.getAddress();
        int rest = own.length * Byte.SIZE - bits;
        return own.length == other.length
                && new BigInteger(1, own).shiftRight(rest).equals(new BigInteger(1, other).shiftRight(rest));
    }
}
