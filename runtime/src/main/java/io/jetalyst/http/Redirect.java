package io.jetalyst.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Redirects that lead to a path of this application, or to a host of a list. Browsers remove tabs and line breaks and take {@code \} for
 * {@code /}, and proxies decode paths, so that a path which begins like {@code /\evil.example} or {@code /%2Fevil.example} could lead to
 * another host. They also resolve dot segments, plain or percent-encoded, so that {@code /../shop} leaves the base path of the application. These
 * methods reject such paths. The framework puts the base path of the application before the path.
 *
 * <pre>{@code
 * return Redirect.to(Status.PERMANENT_REDIRECT, RoomControllerLinks.show(room.id()));
 * return Response.seeOther(Redirect.isLocal(next) ? next : "/");   // next is a parameter of the request
 * }</pre>
 */
public final class Redirect {
    /** An escape of a slash, a backslash or a control character at the start. */
    private static final Pattern ESCAPED_START = Pattern.compile("/+%(?:2[fF]|5[cC]|[01][0-9a-fA-F]|7[fF]).*");

    /** A segment {@code .} or {@code ..} of a path, with or without parameters, in any writing that a browser or a proxy resolves. */
    private static final Pattern DOT_SEGMENT =
            Pattern.compile("(?:/|%2f|%5c)(?:\\.|%2e){1,2}(?:[/;]|%2f|%5c|%3b|$)", Pattern.CASE_INSENSITIVE);

    /** A page: its authority, which has no user; its path and query. Browsers send no fragment. */
    private static final Pattern PAGE = Pattern.compile("[hH][tT][tT][pP][sS]?://([^/?#@\\\\]+)(/[^#]*)(?:#.*)?");

    private static final String LOCATION = "Location";

    private Redirect() {}

    /**
     * A redirect to a path of this application.
     *
     * @param status 301, 302, 303, 307 or 308
     * @param path an absolute path with or without a query, beginning with one {@code /} and percent-encoded
     * @throws IllegalArgumentException if the path is not {@linkplain #isLocal local}, or the status is another one
     */
    public static Response to(Status status, String path) {
        if (!isLocal(path)) {
            throw new IllegalArgumentException(
                    "a redirect leads to a percent-encoded path of this host that begins with one /");
        }
        return of(status).header(LOCATION, path);
    }

    /**
     * A redirect to a route of this application.
     *
     * @param status 301, 302, 303, 307 or 308
     * @throws IllegalArgumentException if the status is another one
     */
    public static Response to(Status status, Link link) {
        return to(status, link.toString());
    }

    /**
     * A redirect to another host, which must be one of these.
     *
     * @param status 301, 302, 303, 307 or 308
     * @param target an absolute URI with the scheme {@code https} or {@code http} and no user
     * @param hosts the names in lower case; a host with a port, such as {@code localhost:8080}, is listed with it
     * @throws IllegalArgumentException if the URI leads to another host, or the status is another one
     */
    public static Response to(Status status, URI target, Set<String> hosts) {
        if (!leadsTo(target, hosts)) {
            throw new IllegalArgumentException("a redirect leads to one of the hosts " + hosts);
        }
        return of(status).header(LOCATION, target.toString());
    }

    /**
     * Whether a redirect may lead to this path, because every browser and proxy reads it as one of this host, and as one below the base path of the
     * application: it begins with one {@code /}, is percent-encoded, and has no segment {@code .} or {@code ..}.
     */
    public static boolean isLocal(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || !isPrintable(path)) {
            return false;
        }
        try {
            URI uri = new URI(path);
            return uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && !ESCAPED_START.matcher(path).matches()
                    && !DOT_SEGMENT.matcher(uri.getRawPath()).find();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * The page that has sent this request, by its {@code Referer} (RFC 9110 §10.1.3), as a path to which a redirect may lead. Browsers send the field by
     * default; the {@code Referrer-Policy} of the page may remove it.
     *
     * <pre>{@code
     * return Response.seeOther(Redirect.referer(request).orElse("/"));   // back to the page with the form
     * }</pre>
     *
     * @return the path and the query below the base path, {@linkplain #isLocal local}; empty if the page is not one of this application, or the field is
     *     missing, malformed or there twice
     */
    public static Optional<String> referer(Request request) {
        List<String> fields = request.headers().all("Referer");
        if (fields.size() != 1) {
            return Optional.empty();
        }
        Matcher page = PAGE.matcher(fields.get(0));
        String start = request.basePath() + "/";
        if (!page.matches()
                || !page.group(1).equalsIgnoreCase(request.authority())
                || !page.group(2).startsWith(start)) {
            return Optional.empty();
        }
        return Optional.of(page.group(2).substring(request.basePath().length())).filter(Redirect::isLocal);
    }

    private static boolean leadsTo(URI target, Set<String> hosts) {
        String scheme = target.getScheme();
        String host = target.getHost();
        boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
        if (!web || host == null || target.getRawUserInfo() != null || !isPrintable(target.toString())) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return hosts.contains(target.getPort() < 0 ? name : name + ":" + target.getPort());
    }

    /** {@link URI} allows other letters, which a field cannot have. */
    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    }

    private static Response of(Status status) {
        if (status.code() < 301 || status.code() > 308 || (status.code() > 303 && status.code() < 307)) {
            throw new IllegalArgumentException("not the status of a redirect: " + status);
        }
        return Response.of(status);
    }
}
