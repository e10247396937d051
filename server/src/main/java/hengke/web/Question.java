package hengke.web;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells questions from acts: what only asks changes nothing, however often and by whomever it is asked. */
public final class Question {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern POSTED = Pattern.compile(
            "/api/(records/[^/]+/(query|aggregate|duplicates)|duplicates/[^/]+/preview|roles/[^/]+/preview|sharing-rules/preview|paper-layouts/preview|reports/(run|export))");

    private Question() {}

    public static boolean asked(String method, String path) {
        return READING.contains(method)
                || method.equals("POST") && POSTED.matcher(path).matches();
    }
}
