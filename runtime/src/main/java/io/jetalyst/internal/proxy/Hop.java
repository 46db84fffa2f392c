package io.jetalyst.internal.proxy;

import io.jetalyst.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The request as one proxy describes it. A part that the proxy left out is empty.
 *
 * @param client the address of the proxy's client, perhaps with a port
 * @param scheme {@code http} or {@code https}
 * @param host host, perhaps with a port
 */
record Hop(String client, String scheme, String host) {
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+\\])(:(\\d{1,5}))?");
    private static final int MAX_PORT = 65_535;

    Hop {
        scheme = scheme.toLowerCase(Locale.ROOT);
        scheme = scheme.equals("http") || scheme.equals("https") ? scheme : "";
        host = isHost(host) ? host : "";
    }

    private static boolean isHost(String text) {
        Matcher matcher = HOST.matcher(text);
        return matcher.matches() && (matcher.group(3) == null || Integer.parseInt(matcher.group(3)) <= MAX_PORT);
    }

    /** The hops of a request, the nearest proxy last. */
    static List<Hop> of(Headers headers, ForwardedFields fields) {
        return fields == ForwardedFields.FORWARDED ? forwarded(headers) : xForwarded(headers);
    }

    private static List<Hop> forwarded(Headers headers) {
        List<Hop> hops = new ArrayList<>();
        for (String element : members(headers, "Forwarded")) {
            String client = "";
            String scheme = "";
            String host = "";
            for (String pair : pairs(element)) {
                int equals = pair.indexOf('=');
                String name =
                        equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                String value = unquoted(pair.substring(equals + 1).strip());
                switch (name) {
                    case "for" -> client = value;
                    case "proto" -> scheme = value;
                    case "host" -> host = value;
                    default -> {} // "by" and extensions
                }
            }
            hops.add(new Hop(client, scheme, host));
        }
        return hops;
    }

    /** Splits an element at the semicolons outside of quotes. A scan: a client can send thousands of both. */
    private static List<String> pairs(String element) {
        List<String> pairs = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < element.length(); i++) {
            char c = element.charAt(i);
            quoted ^= c == '"';
            if (c == ';' && !quoted) {
                pairs.add(element.substring(start, i));
                start = i + 1;
            }
        }
        pairs.add(element.substring(start));
        return pairs;
    }

    /**
     * The lists are matched from their ends: the nearest proxy wrote the last member of each. {@code X-Forwarded-Port} is not read: many
     * proxies neither write nor remove it, so a client could choose the port.
     */
    private static List<Hop> xForwarded(Headers headers) {
        List<String> clients = members(headers, "X-Forwarded-For");
        List<String> schemes = members(headers, "X-Forwarded-Proto");
        List<String> hosts = members(headers, "X-Forwarded-Host");
        int count = Math.max(Math.max(clients.size(), schemes.size()), hosts.size());
        List<Hop> hops = new ArrayList<>();
        for (int back = count; back > 0; back--) {
            hops.add(new Hop(
                    clients.size() < back ? "" : clients.get(clients.size() - back),
                    fromEnd(schemes, back),
                    fromEnd(hosts, back)));
        }
        return hops;
    }

    /** A list that is shorter than the others was set once, by the first proxy. */
    private static String fromEnd(List<String> list, int back) {
        return list.isEmpty() ? "" : list.get(Math.max(0, list.size() - back));
    }

    private static List<String> members(Headers headers, String name) {
        List<String> members = new ArrayList<>();
        for (String line : headers.all(name)) {
            for (String member : line.split(",")) {
                if (!member.isBlank()) {
                    members.add(member.strip());
                }
            }
        }
        return members;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
