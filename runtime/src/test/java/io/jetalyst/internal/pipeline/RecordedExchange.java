package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Headers;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exchange without a server: the test writes the request and reads the answer. */
final class RecordedExchange implements Exchange {
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private UpgradeSupport support = UpgradeSupport.UPGRADE_HEADER;
    private String protocol = "HTTP/1.1";
    private boolean body;
    private @Nullable Response response;
    private @Nullable SocketUpgrade upgrade;
    private @Nullable Request request;

    RecordedExchange(String method, String target) {
        this.method = method;
        int mark = target.indexOf('?');
        this.path = mark < 0 ? target : target.substring(0, mark);
        this.query = mark < 0 ? "" : target.substring(mark + 1);
    }

    static RecordedExchange handshake(String target) {
        return new RecordedExchange("GET", target)
                .header("Upgrade", "websocket")
                .header("Connection", "keep-alive, Upgrade")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    }

    RecordedExchange header(String name, String value) {
        headers.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        return this;
    }

    RecordedExchange without(String name) {
        headers.remove(name);
        return this;
    }

    RecordedExchange support(UpgradeSupport how, String over) {
        support = how;
        protocol = over;
        return this;
    }

    RecordedExchange body() {
        body = true;
        return this;
    }

    RecordedExchange through(Pipeline pipeline) {
        pipeline.handle(this);
        return this;
    }

    @Override
    public Request request() {
        if (request == null) {
            request = new Request(
                    method,
                    "http",
                    "app.example:8080",
                    path,
                    query,
                    protocol,
                    Headers.of(headers),
                    new InetSocketAddress("127.0.0.1", 1));
        }
        return request;
    }

    @Override
    public UpgradeSupport upgradeSupport() {
        return support;
    }

    @Override
    public boolean hasBody() {
        return body;
    }

    @Override
    public void respond(Response answer) {
        answeredOnce();
        response = answer;
    }

    @Override
    public void upgrade(SocketUpgrade how) {
        answeredOnce();
        upgrade = how;
    }

    private void answeredOnce() {
        if (response != null || upgrade != null) {
            throw new AssertionError("answered twice");
        }
    }

    Response response() {
        return Optional.ofNullable(response).orElseThrow(() -> new AssertionError("no response"));
    }

    SocketUpgrade upgraded() {
        return Optional.ofNullable(upgrade).orElseThrow(() -> new AssertionError("no upgrade but " + status()));
    }

    /** A field of the answer to a handshake that was taken. */
    Optional<String> answer(String name) {
        return upgraded().headers().stream()
                .filter(field -> field.name().equals(name))
                .map(HeaderField::value)
                .findFirst();
    }

    int status() {
        return response().status().code();
    }

    String text() {
        return new String(response().body(), StandardCharsets.UTF_8);
    }

    String answered(String header) {
        return response().header(header).orElse("");
    }
}
