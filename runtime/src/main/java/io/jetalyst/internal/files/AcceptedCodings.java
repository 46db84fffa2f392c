package io.jetalyst.internal.files;

import io.jetalyst.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses the content coding of a response by the {@code Accept-Encoding} field of its request (RFC 9110 §12.5.3). */
public final class AcceptedCodings {
    /** The content as it is. */
    public static final String IDENTITY = "identity";

    public static final String GZIP = "gzip";
    public static final String BROTLI = "br";

    /** A browser lists five codings. The rest of a longer field is ignored. */
    private static final int MAX_LISTED = 20;

    private AcceptedCodings() {}

    /**
     * The coding that the client prefers. The client need not list {@code identity}, which it then accepts, but only if no listed coding is
     * available. Empty if the client excludes all available codings.
     *
     * @param available in the order in which the server prefers them; {@code identity} is the last
     */
    public static Optional<String> choose(Request request, List<String> available) {
        List<String> lines = request.headers().all("Accept-Encoding");
        if (lines.isEmpty()) {
            return Optional.of(IDENTITY);
        }
        String best = null;
        double weight = 0;
        String[] listed = String.join(",", lines).split(",", MAX_LISTED + 1);
        for (String coding : available) {
            double own = weight(coding, listed);
            if (own > weight) {
                best = coding;
                weight = own;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The weight of a coding: its own, or else that of the asterisk. Without both, only the content as it is has one, which is the least. */
    private static double weight(String coding, String... listed) {
        double others = coding.equals(IDENTITY) ? Double.MIN_VALUE : 0;
        for (int i = 0; i < Math.min(MAX_LISTED, listed.length); i++) {
            String[] parts = listed[i].strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*");
            String name = parts[0].equals("x-gzip") ? GZIP : parts[0];
            if (name.equals(coding)) {
                return quality(parts);
            }
            if (name.equals("*")) {
                others = quality(parts);
            }
        }
        return others;
    }

    /** The value of {@code q}; 0 if it is malformed. */
    private static double quality(String... parts) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("q=")) {
                String value = parts[i].substring(2);
                return value.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(value) : 0;
            }
        }
        return 1;
    }
}
