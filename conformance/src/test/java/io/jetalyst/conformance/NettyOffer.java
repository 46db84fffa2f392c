package io.jetalyst.conformance;

import io.netty.handler.codec.http.websocketx.extensions.WebSocketClientExtension;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketClientExtensionHandler;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketClientExtensionHandshaker;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionData;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionUtil;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateClientExtensionHandshaker;

/** Sends an offer verbatim, because Netty cannot create all of them. Netty checks the response. */
record NettyOffer(WebSocketExtensionData offer) implements WebSocketClientExtensionHandshaker {
    private static final int MOST_BYTES = 1 << 20;
    private static final int LEVEL = 6;

    /** Sends these offers in this order. */
    static WebSocketClientExtensionHandler handler(DeflateOffer offer) {
        return new WebSocketClientExtensionHandler(offer.offers().stream()
                .flatMap(text -> WebSocketExtensionUtil.extractExtensions(text).stream())
                .map(NettyOffer::new)
                .toArray(WebSocketClientExtensionHandshaker[]::new));
    }

    @Override
    public WebSocketExtensionData newRequestData() {
        return offer;
    }

    @Override
    public WebSocketClientExtension handshakeExtension(WebSocketExtensionData answer) {
        int window = Integer.parseInt(offer.parameters().getOrDefault("server_max_window_bits", "15"));
        if (!offer.name().equals("permessage-deflate") || window > 15) {
            return null;
        }
        boolean noContext = offer.parameters().containsKey("server_no_context_takeover");
        return new PerMessageDeflateClientExtensionHandshaker(LEVEL, true, window, true, noContext, MOST_BYTES)
                .handshakeExtension(answer);
    }
}
