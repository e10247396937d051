package hengke.kernel.identity;

/**
 * Where a request comes from.
 *
 * @param address of the network
 * @param device as the browser calls itself
 */
public record Origin(String address, String device) {
    private static final int LONGEST = 300;

    public Origin {
        address = shortened(address);
        device = shortened(device);
    }

    private static String shortened(String text) {
        String clean = text.replace("\0", "");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
