package io.jetalyst.jetty.fcgi;

import java.util.Optional;
import java.util.Set;

/** The names of header fields, which CGI writes in capitals with underscores (RFC 3875 §4.1.18). */
final class FieldName {
    private static final String PREFIX = "HTTP_";
    /**
     * Fields that are replaced: the web server has removed the transfer coding, it answers an expectation itself, and it has variables of its
     * own for the length and the type of the content.
     */
    private static final Set<String> REPLACED =
            Set.of("HTTP_TRANSFER_ENCODING", "HTTP_EXPECT", "HTTP_CONTENT_LENGTH", "HTTP_CONTENT_TYPE");

    private FieldName() {}

    /** The name of the field that a parameter has, such as {@code User-Agent}. */
    static Optional<String> of(String parameter) {
        if (!parameter.startsWith(PREFIX)
                || parameter.length() == PREFIX.length()
                || REPLACED.contains(parameter)
                || !parameter.chars().allMatch(FieldName::isPart)) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder(parameter.length());
        boolean first = true;
        for (int i = PREFIX.length(); i < parameter.length(); i++) {
            char c = parameter.charAt(i);
            name.append(c == '_' ? '-' : first ? c : Character.toLowerCase(c));
            first = c == '_';
        }
        return Optional.of(name.toString());
    }

    private static boolean isPart(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
