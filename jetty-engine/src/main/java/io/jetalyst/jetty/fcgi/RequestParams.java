package io.jetalyst.jetty.fcgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.jetty.fcgi.FcgiRequest.Client;
import io.jetalyst.jetty.fcgi.Params.Pair;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpTokens;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request from the variables of CGI (RFC 3875 §4.1) and those that Apache and nginx add. The target is that of the client,
 * {@code REQUEST_URI}, so that it is checked as over HTTP; Apache sends no {@code DOCUMENT_URI}, and nginx has decoded it.
 */
final class RequestParams {
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]+");
    private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final Pattern PROTOCOL = Pattern.compile("HTTP/\\d(\\.\\d)?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+]");
    private static final int MAX_PORT = 0xffff;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final Map<String, String> variables = new HashMap<>();
    private final HttpFields.Mutable fields = HttpFields.build();
    private final int maxHeadBytes;
    private int headBytes;

    private RequestParams(int maxHeadBytes) {
        this.maxHeadBytes = maxHeadBytes;
    }

    /**
     * @param maxHeadBytes of the target and the fields of the client
     */
    static FcgiRequest read(Params params, int maxHeadBytes) throws MalformedRecordException {
        List<Pair> pairs = params.pairs();
        try {
            if (params.isTooLarge()) {
                throw problem(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431, "too many parameters");
            }
            return new RequestParams(maxHeadBytes).request(pairs);
        } catch (HttpException.RuntimeException refusal) {
            return FcgiRequest.refused(refusal);
        }
    }

    private FcgiRequest request(List<Pair> pairs) {
        for (Pair pair : pairs) {
            variables.put(pair.name(), pair.value());
        }
        String method = variable("REQUEST_METHOD");
        if (method.isEmpty() || !method.chars().allMatch(RequestParams::isToken)) {
            throw badRequest("no method");
        }
        String target = target();
        if (target.length() > maxHeadBytes) {
            throw problem(HttpStatus.URI_TOO_LONG_414, "uri");
        }
        headBytes = target.length();
        for (Pair pair : pairs) {
            FieldName.of(pair.name()).ifPresent(name -> addField(name, pair.value()));
        }
        boolean secure = isSecure();
        HttpURI uri = uri(method, target, secure);
        long length = length();
        return new FcgiRequest(method, uri, fields.asImmutable(), length, client(secure), null);
    }

    private Client client(boolean secure) {
        String protocol = variable("SERVER_PROTOCOL");
        InetAddress address = address(variable("REMOTE_ADDR"));
        return new Client(
                address == null
                        ? Client.UNKNOWN.remote()
                        : new InetSocketAddress(address, port(variable("REMOTE_PORT"))),
                secure,
                PROTOCOL.matcher(protocol).matches() ? protocol : Client.UNKNOWN.protocol());
    }

    private String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    private void addField(String name, String value) {
        headBytes += name.length() + value.length() + 4;
        if (headBytes > maxHeadBytes) {
            throw problem(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431, "fields");
        }
        if (!value.chars().allMatch(c -> c >= ' ' && c != 0x7f || c == '\t')) {
            throw badRequest("a field with a control character");
        }
        fields.add(name, value);
    }

    /** The target of the client, or else that of the web server. */
    private String target() {
        String raw = variable("REQUEST_URI");
        if (!raw.isEmpty()) {
            return raw;
        }
        String path = new String((variable("SCRIPT_NAME") + variable("PATH_INFO")).getBytes(ISO_8859_1), UTF_8);
        String query = variable("QUERY_STRING");
        return URIUtil.encodePath(path) + (query.isEmpty() ? "" : "?" + query);
    }

    private HttpURI uri(String method, String target, boolean secure) {
        if (!target.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw badRequest("uri");
        }
        try {
            HttpURI.Mutable uri = HttpURI.build(method, target);
            if (uri.getScheme() == null) {
                uri.scheme(secure ? "https" : "http");
            }
            if (uri.getAuthority() == null) {
                addAuthority(uri, secure);
            }
            return uri.asImmutable();
        } catch (IllegalArgumentException e) {
            throw badRequest("uri", e);
        }
    }

    /** The field of the client, or else the name that the web server has for itself. */
    private void addAuthority(HttpURI.Mutable uri, boolean secure) {
        if (fields.contains(HttpHeader.HOST)) {
            try {
                // The last one, because a configuration of nginx can replace a parameter of a file that it includes.
                HostPortHttpField host = new HostPortHttpField(variable("HTTP_HOST"));
                fields.put(host);
                uri.authority(host.getHost(), host.getPort());
            } catch (RuntimeException malformed) {
                throw badRequest("host", malformed);
            }
            return;
        }
        String name = variable("SERVER_NAME");
        int port = port(variable("SERVER_PORT"));
        boolean known = HOST.matcher(name).matches();
        uri.authority(known ? name : "localhost", !known || port == (secure ? HTTPS_PORT : HTTP_PORT) ? 0 : port);
    }

    private static int port(String text) {
        int port = PORT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        return port > MAX_PORT ? 0 : port;
    }

    /** Apache and nginx set the first variable to {@code on}, and leave it out otherwise; others set it to {@code off}. */
    private boolean isSecure() {
        String https = variable("HTTPS");
        return https.isEmpty() ? variable("REQUEST_SCHEME").equals("https") : !https.equalsIgnoreCase("off");
    }

    private long length() {
        String type = variable("CONTENT_TYPE");
        if (!type.isEmpty()) {
            addField(HttpHeader.CONTENT_TYPE.asString(), type);
        }
        String length = variable("CONTENT_LENGTH");
        if (length.isEmpty()) {
            return -1;
        }
        if (!LENGTH.matcher(length).matches()) {
            throw badRequest("a malformed length");
        }
        addField(HttpHeader.CONTENT_LENGTH.asString(), length);
        return Long.parseLong(length);
    }

    /** Of a literal only, so that no name is looked up. */
    private static @Nullable InetAddress address(String text) {
        try {
            return IPV4.matcher(text).matches() || IPV6.matcher(text).matches() ? InetAddress.getByName(text) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static boolean isToken(int c) {
        HttpTokens.Token token = c < 0x80 ? HttpTokens.TOKENS[c] : null;
        return token != null
                && switch (token.getType()) {
                    case TCHAR, ALPHA, DIGIT -> true;
                    default -> false;
                };
    }

    private static HttpException.RuntimeException badRequest(String reason) {
        return problem(HttpStatus.BAD_REQUEST_400, reason);
    }

    private static HttpException.RuntimeException badRequest(String reason, Throwable cause) {
        return new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400, reason, cause);
    }

    private static HttpException.RuntimeException problem(int status, String reason) {
        return new HttpException.RuntimeException(status, reason);
    }
}
