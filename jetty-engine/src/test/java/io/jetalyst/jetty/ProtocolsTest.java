package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Listener;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProtocolsTest {
    /** The table of the limits has the limits of a connection. */
    @Test
    void hasTheLimitsOfThePage() throws IOException {
        String page = Files.readString(Path.of("../docs/operations/limits.md"));
        for (String row : List.of(
                "| size of a request head | | " + Protocols.HEAD_BYTES / 1024 + " KiB |",
                "| streams of HTTP/2 | | " + Protocols.MAX_STREAMS + " |",
                "| pings, settings, resets, empty frames and other frames without use | | "
                        + Protocols.MAX_EVENTS_PER_SECOND + " |",
                "| size of a header list of HTTP/2 | | " + Protocols.HTTP2_HEAD_BYTES / 1024 + " KiB |",
                "| content of HTTP/2 that is not read | | " + Protocols.STREAM_WINDOW_BYTES / 1024 + " KiB | bytes, "
                        + Protocols.SESSION_WINDOW_BYTES / 1024 + " KiB for all streams")) {
            assertTrue(page.contains("\n" + row), row);
        }
    }

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
