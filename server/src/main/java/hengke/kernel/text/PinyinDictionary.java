package hengke.kernel.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * How characters and phrases are read, from the tables of the houbb pinyin library. The tables are read directly because
 * its converter does not tell which syllable belongs to which character, nor where a phrase was recognised.
 */
final class PinyinDictionary {
    private static final Pattern COMBINING = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile(" +");

    private final Map<Integer, String> characters = new HashMap<>(60_000);
    private final Map<String, List<String>> phrases = new HashMap<>(80_000);
    private final Set<String> syllables = new HashSet<>();
    /** By first character, so that most characters are known to begin no phrase. */
    private final byte[] longestPhrase = new byte[Character.MAX_VALUE + 1];

    private int longestOther = 1;

    private PinyinDictionary() {
        Map<String, String> toneless = new HashMap<>();
        read("/pinyin_dict_char.txt", (character, readings) -> {
            String first = readings.split(",", 2)[0];
            String syllable = toneless.computeIfAbsent(first, PinyinDictionary::withoutTone);
            characters.put(character.codePointAt(0), syllable);
            syllables.add(syllable);
        });
        characters.put(0x20BB7, "ji"); // 𠮷, the other way to write 吉; missing in the table
        read("/pinyin_dict_phrase.txt", (phrase, reading) -> {
            List<String> parts = SPACE.splitAsStream(reading.strip())
                    .map(part -> toneless.computeIfAbsent(part, PinyinDictionary::withoutTone))
                    .toList();
            if (parts.size() == phrase.codePointCount(0, phrase.length())) {
                phrases.put(phrase, parts);
                note(phrase.codePointAt(0), parts.size());
            }
        });
    }

    private void note(int character, int length) {
        if (character < longestPhrase.length) {
            longestPhrase[character] = (byte) Math.max(longestPhrase[character], length);
        } else {
            longestOther = Math.max(longestOther, length);
        }
    }

    static PinyinDictionary get() {
        return Holder.DICTIONARY;
    }

    /** The usual reading of one character. */
    Optional<String> character(int character) {
        return Optional.ofNullable(characters.get(character));
    }

    /** The reading of the longest phrase of two or more characters that starts here; empty when there is none. */
    List<String> phraseAt(int[] text, int start) {
        int longest = text[start] < longestPhrase.length ? longestPhrase[text[start]] : longestOther;
        for (int length = Math.min(longest, text.length - start); length > 1; length--) {
            List<String> reading = phrases.get(new String(text, start, length));
            if (reading != null) {
                return reading;
            }
        }
        return List.of();
    }

    /** Every syllable there is, without tones. */
    Set<String> syllables() {
        return syllables;
    }

    private static String withoutTone(String syllable) {
        String letters = Normalizer.normalize(syllable, Normalizer.Form.NFD).replace("u\u0308", "v");
        return COMBINING.matcher(letters.replaceAll("u\\p{M}\u0308", "v")).replaceAll("");
    }

    private static void read(String resource, BiConsumer<String, String> entry) {
        try (InputStream stream = Objects.requireNonNull(PinyinDictionary.class.getResourceAsStream(resource));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    entry.accept(line.substring(0, colon), line.substring(colon + 1));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final PinyinDictionary DICTIONARY = new PinyinDictionary();
    }
}
