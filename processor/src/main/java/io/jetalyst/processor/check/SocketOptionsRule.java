package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.SocketModel;
import io.jetalyst.processor.model.Token;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Origins and subprotocols are written as browsers send them. Any other value would reject every client. */
final class SocketOptionsRule implements Rule {

    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            if (route.endpoint() instanceof RouteModel.Endpoint.Socket socket) {
                socket.options().origins().forEach(origin -> origin(origin, problems));
                subprotocols(route, socket.options(), problems);
            }
        }
    }

    private static void origin(ValueDecl origin, Problems problems) {
        String text = origin.text();
        if (text.matches("(?i)wss?://.*")) {
            add(
                    origin,
                    "is the address of a socket. Browsers send the origin of the page that opens it.",
                    "Write \"" + serialized("http" + text.substring(2)) + "\".",
                    problems);
        } else if (text.equals("null") || text.startsWith("file:")) {
            add(
                    origin,
                    "is no origin that identifies a page: every sandboxed page and local file sends \"null\".",
                    "Serve the page over HTTP, and write its origin.",
                    problems);
        } else if (!text.equals("*") && !isOrigin(text)) {
            String near = serialized(text.contains("://") ? text : "https://" + text);
            add(
                    origin,
                    "is not an origin as browsers send it.",
                    (isOrigin(near) ? "Did you mean \"" + near + "\"? " : "")
                            + "Write scheme://host or scheme://host:port in lower case, without a path or a default port,"
                            + " or \"*\".",
                    problems);
        }
    }

    private static void add(ValueDecl origin, String what, String fix, Problems problems) {
        problems.add(ProblemCode.MALFORMED_ORIGIN, origin.origin(), "\"" + origin.text() + "\" " + what, fix);
    }

    /** The origin as a browser writes it, as far as the text is one: in lower case, without a path or a default port. */
    private static String serialized(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceFirst("^(\\w+://[^/?#]*).*", "$1")
                .replaceFirst("^(http://.*):80$|^(https://.*):443$", "$1$2");
    }

    /** RFC 6454 §6.2: scheme, host and a port that is not the scheme's own. */
    private static boolean isOrigin(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            String host = uri.getHost();
            if (scheme == null || host == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
                return false;
            }
            boolean defaultPort =
                    scheme.equals("http") && uri.getPort() == 80 || scheme.equals("https") && uri.getPort() == 443;
            String serialized = scheme + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
            return !defaultPort && serialized.equals(text) && text.equals(text.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void subprotocols(RouteModel route, SocketModel options, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (ValueDecl subprotocol : options.subprotocols()) {
            String name = subprotocol.text();
            if (!Token.is(name)) {
                problems.add(
                        ProblemCode.MALFORMED_SUBPROTOCOL,
                        subprotocol.origin(),
                        "The subprotocol \"" + name + "\" is not a token (RFC 9110 §5.6.2).",
                        "Use letters, digits and " + Token.MARKS + ".");
            } else if (!seen.add(name)) {
                problems.add(
                        ProblemCode.MALFORMED_SUBPROTOCOL,
                        subprotocol.origin(),
                        "The subprotocol \"" + name + "\" is given twice.",
                        "Remove one of them.");
            }
        }
        if (options.subprotocolRequired() && options.subprotocols().isEmpty()) {
            problems.add(
                    ProblemCode.NO_SUBPROTOCOL_TO_REQUIRE,
                    route.annotation().originOf(Vocabulary.SUBPROTOCOL_REQUIRED),
                    "@WebSocket requires a subprotocol and lists none, so no client could connect.",
                    "List the subprotocols, or remove subprotocolRequired.");
        }
    }
}
