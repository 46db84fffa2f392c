package io.jetalyst.conformance;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.websocket.core.ExtensionConfig;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.internal.PerMessageDeflateExtension;

/**
 * The extension of Jetty, configured with the parameters of the response. The client of Jetty 12.1.14 uses the parameters that it offered
 * instead, and confuses the contexts: if a server answers {@code client_no_context_takeover}, the client still takes over its context.
 */
public final class JettyDeflate extends PerMessageDeflateExtension {
    private static final String NAME = "permessage-deflate";
    /** Parameters with this prefix are not sent. */
    private static final String CLIENT_NO_CONTEXT = "@client-no-context";

    private static final String SERVER_NO_CONTEXT = "@server-no-context";

    /** Adds the parameters of the response to the offer. */
    static ExtensionConfig[] offers(DeflateOffer offer, Set<String> agreed) {
        return offer.offers().stream().map(text -> offer(text, agreed)).toArray(ExtensionConfig[]::new);
    }

    private static ExtensionConfig offer(String text, Set<String> agreed) {
        ExtensionConfig offer = ExtensionConfig.parse(text);
        if (offer.getName().equals(NAME)) {
            offer.setParameter(CLIENT_NO_CONTEXT, "" + agreed.contains("client_no_context_takeover"));
            offer.setParameter(SERVER_NO_CONTEXT, "" + agreed.contains("server_no_context_takeover"));
        }
        return offer;
    }

    @Override
    public void init(ExtensionConfig config, WebSocketComponents components) {
        Map<String, String> parameters = new HashMap<>();
        // For Jetty, the server's parameter rules what leaves and the client's what comes in: with a client it is the
        // other way.
        if (config.getParameter(CLIENT_NO_CONTEXT, "").equals("true")) {
            parameters.put("server_no_context_takeover", null);
        }
        if (config.getParameter(SERVER_NO_CONTEXT, "").equals("true")) {
            parameters.put("client_no_context_takeover", null);
        }
        super.init(new ExtensionConfig(NAME, parameters), components);
    }
}
