package hengke.kernel.text;

import java.util.Random;
import java.util.stream.Collectors;

/** Made-up texts for property tests. */
final class RandomText {
    private static final String COMPANY_WORDS = "华为腾讯云天科技重庆长沙银行单县医院臺灣電子國際贸易发展智能汽车中心曾仇朴翟盖𠮷䶮";

    private RandomText() {}

    /** Any code points at all, lone surrogates included. */
    static String anything(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.appendCodePoint(random.nextInt(0x110000));
                case 2 -> text.append((char) (0x4E00 + random.nextInt(0x5200)));
                case 3 -> text.append((char) (0xFF00 + random.nextInt(0xF0)));
                default -> text.append((char) (0x20 + random.nextInt(0x5F)));
            }
        }
        return text.toString();
    }

    /** Han characters as names are made of. */
    static String han(Random random, int length) {
        int[] words = COMPANY_WORDS.codePoints().toArray();
        return random.ints(length, 0, words.length)
                .mapToObj(i -> Character.toString(random.nextInt(4) == 0 ? 0x4E00 + random.nextInt(0x5000) : words[i]))
                .collect(Collectors.joining());
    }
}
