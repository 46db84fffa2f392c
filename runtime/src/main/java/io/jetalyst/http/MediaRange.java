package io.jetalyst.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A media type or a range of them, as an {@code Accept} field has it (RFC 9110 §12.5.1): {@code text/html}, {@code text/*;q=0.5}.
 *
 * @param type in lower case; {@code *} for any
 * @param subtype in lower case; {@code *} for any
 * @param parameters in the order of the field, without {@code q}; their names are in lower case
 * @param quality the weight, from 0, which is not acceptable, to 1
 */
public record MediaRange(String type, String subtype, Map<String, String> parameters, double quality) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern WEIGHT = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");
    private static final int MAX_PARAMETERS = 10;
    private static final String ANY = "*";

    public MediaRange {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Parses a media type or a range with its parameters; empty if it is malformed, or has a parameter twice (RFC 6838 §4.3). A weight that
     * is malformed counts as 0.
     */
    public static Optional<MediaRange> parse(String text) {
        List<String> parts = FieldLists.split(text, ';', MAX_PARAMETERS + 1);
        String name = parts.isEmpty() ? "" : parts.get(0).toLowerCase(Locale.ROOT);
        int slash = name.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String type = name.substring(0, slash);
        String subtype = name.substring(slash + 1);
        boolean wild = type.equals(ANY) && !subtype.equals(ANY);
        return wild || !isToken(type) || !isToken(subtype)
                ? Optional.empty()
                : withParameters(type, subtype, parts.subList(1, parts.size()));
    }

    private static Optional<MediaRange> withParameters(String type, String subtype, List<String> parts) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name =
                    (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
            String value = equals < 0
                    ? ""
                    : FieldLists.unquoted(part.substring(equals + 1).strip());
            if (name.equals("q")) {
                return Optional.of(new MediaRange(
                        type, subtype, parameters, weight(value))); // extensions follow, which no RFC defines
            }
            if (parameters.put(name, value) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new MediaRange(type, subtype, parameters, 1));
    }

    private static double weight(String value) {
        return WEIGHT.matcher(value).matches() ? Double.parseDouble(value) : 0;
    }

    private static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** Whether this range is for any media type. */
    public boolean isAny() {
        return type.equals(ANY);
    }

    /**
     * Whether this range contains a media type. Each parameter of the range must be a parameter of the media type; the charset counts only
     * if the media type has one, because many clients send it with {@code application/json}, which has none.
     */
    public boolean contains(MediaRange mediaType) {
        return (isAny() || type.equals(mediaType.type))
                && (subtype.equals(ANY) || subtype.equals(mediaType.subtype))
                && parameters.entrySet().stream().allMatch(parameter -> hasParameter(mediaType, parameter));
    }

    private static boolean hasParameter(MediaRange mediaType, Map.Entry<String, String> parameter) {
        boolean charset = parameter.getKey().equals("charset");
        String value = mediaType.parameters.getOrDefault(parameter.getKey(), charset ? parameter.getValue() : null);
        return value != null
                && (charset ? value.equalsIgnoreCase(parameter.getValue()) : value.equals(parameter.getValue()));
    }

    /** The more specific of two ranges that contain a media type has the higher number. */
    int specificity() {
        return isAny() ? 0 : subtype.equals(ANY) ? 1 : 2 + parameters.size();
    }
}
