package io.jetalyst.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a query string, in the form encoding of the URL standard. */
final class Query {
    /** More parameters than a form has fields: such a query is refused before a map of it grows. */
    private static final int MAX_PARAMETERS = 1_000;

    /** Engines decode bytes that are not UTF-8 to this character. A client that means it sends it percent-encoded. */
    private static final char REPLACEMENT = '\uFFFD';

    private Query() {}

    /**
     * @param asked the parameter that the caller needs, which the problem names
     * @throws BindingProblem if an escape is malformed or there are too many parameters
     */
    static Map<String, List<String>> parse(String query, String asked) {
        if (query.indexOf(REPLACEMENT) >= 0) {
            throw problem(asked, InputError.ENCODING, "is not valid UTF-8");
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        int count = 0;
        for (int start = 0; start < query.length(); ) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            if (end > start) {
                if (++count > MAX_PARAMETERS) {
                    throw problem(asked, InputError.COUNT, "has more than " + MAX_PARAMETERS + " parameters");
                }
                add(query.substring(start, end), parameters, asked);
            }
            start = end + 1;
        }
        return parameters;
    }

    private static void add(String pair, Map<String, List<String>> parameters, String asked) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals), asked);
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1), asked);
        parameters.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
    }

    private static String decode(String text, String asked) {
        return PercentEncoding.decodeForm(text)
                .orElseThrow(() -> problem(asked, InputError.ENCODING, PercentEncoding.mistake(text)));
    }

    private static BindingProblem problem(String asked, String code, String mistake) {
        return new BindingProblem(new InputError("query", asked, code, "cannot be read: the query " + mistake));
    }
}
