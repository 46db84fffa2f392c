package io.jetalyst.jetty;

import org.eclipse.jetty.http2.HTTP2Session;
import org.eclipse.jetty.http2.SessionContainer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.component.Container;

/** Announces the end of the open HTTP/2 connections (RFC 9113 §6.8). Their open streams go on. */
final class GoAway {
    private GoAway() {}

    static void send(Connector connector) {
        connector.getConnectionFactories().stream()
                .filter(Container.class::isInstance)
                .flatMap(factory -> ((Container) factory).getBeans(SessionContainer.class).stream())
                .flatMap(container -> container.getSessions().stream())
                .filter(HTTP2Session.class::isInstance)
                .forEach(session -> ((HTTP2Session) session).shutdown());
    }
}
