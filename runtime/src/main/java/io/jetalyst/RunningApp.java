package io.jetalyst;

import io.jetalyst.codec.Codecs;
import io.jetalyst.config.Settings;
import io.jetalyst.internal.start.Started;
import java.net.URI;

/** An application that listens. */
public final class RunningApp implements AutoCloseable {
    private final Started started;

    RunningApp(Started started) {
        this.started = started;
    }

    /** The port it listens on: the free one that was found, where port 0 was asked for. */
    public int port() {
        return started.engine().port();
    }

    /** Where a browser on this machine finds it, such as {@code http://localhost:8080}. */
    public URI uri() {
        String host = started.server().host();
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::") || host.equals("127.0.0.1");
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + (everywhere ? "localhost" : shown) + ":" + port());
    }

    /** What it was started with. */
    public Settings settings() {
        return started.settings();
    }

    /** The codecs it reads and writes with, so that a client of its own process speaks as it does. */
    public Codecs codecs() {
        return started.codecs();
    }

    /**
     * Closes every WebSocket with 1001, lets requests in flight end within {@code server.stop-timeout}, and listens no more.
     * Returns when that is done. Does nothing the second time.
     */
    @Override
    public void close() {
        started.stop();
    }

    Started started() {
        return started;
    }
}
