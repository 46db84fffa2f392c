package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Listener;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProtocolsTest {
    private static @Nullable HostPort authority(Listener listener) {
        return Stream.of(Protocols.of(listener, EngineOptions.of(listener), null))
                .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                .map(factory -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration())
                .findFirst()
                .orElseThrow()
                .getServerAuthority();
    }

    @Test
    void givesRequestsWithoutAuthorityOneOnEachUnixSocket() throws Exception {
        assertEquals("localhost", String.valueOf(authority(Listener.unix(Path.of("/run/shop.sock")))));
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            Listener inherited = new Listener(
                    new Listener.Inherited(channel, UnixDomainSocketAddress.of("@shop")),
                    Listener.Protocol.HTTP,
                    false);
            assertEquals("localhost", String.valueOf(authority(inherited)));
        }
        assertNull(authority(Listener.http("127.0.0.1", 8080)));
    }
}
