package io.jetalyst.jetty;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** One request of Jetty with its answer. */
final class JettyExchange implements Exchange {
    private final Exchanges exchanges;
    private final org.eclipse.jetty.server.Request jettyRequest;
    private final org.eclipse.jetty.server.Response jettyResponse;
    private final Callback callback;
    private final Request request;
    private final AtomicBoolean answered = new AtomicBoolean();

    JettyExchange(
            Exchanges exchanges,
            org.eclipse.jetty.server.Request request,
            org.eclipse.jetty.server.Response response,
            Callback callback) {
        this.exchanges = exchanges;
        this.jettyRequest = request;
        this.jettyResponse = response;
        this.callback = callback;
        this.request = read(request);
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public UpgradeSupport upgradeSupport() {
        HttpVersion version = jettyRequest.getConnectionMetaData().getHttpVersion();
        if (version == HttpVersion.HTTP_1_1) {
            return UpgradeSupport.UPGRADE_HEADER;
        }
        return isTunnel() ? UpgradeSupport.EXTENDED_CONNECT : UpgradeSupport.NONE;
    }

    @Override
    public boolean hasBody() {
        return jettyRequest.getLength() > 0 || jettyRequest.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    @Override
    public void respond(Response answer) {
        claim();
        guarded(() -> write(answer));
    }

    @Override
    public void upgrade(SocketUpgrade upgrade) {
        UpgradeSupport support = upgradeSupport();
        if (support == UpgradeSupport.NONE) {
            throw new IllegalStateException("a request of " + request.protocol() + " cannot become a socket");
        }
        claim();
        guarded(() -> {
            add(upgrade.headers());
            Upgrade.begin(upgrade, support, exchanges.workers(), jettyRequest, jettyResponse, callback);
        });
    }

    /** 500, if nothing has been answered. */
    void fail() {
        if (answered.compareAndSet(false, true)) {
            Problems.answer(HttpStatus.INTERNAL_SERVER_ERROR_500, jettyResponse, callback);
        }
    }

    private void write(Response answer) {
        add(answer.headers());
        if (exchanges.draining() && !isHttp2()) {
            jettyResponse.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        }
        jettyResponse.setStatus(answer.status().code());
        boolean bodiless = answer.status().bodiless();
        jettyResponse.write(true, bodiless ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(answer.body()), callback);
    }

    private void add(List<HeaderField> fields) {
        for (HeaderField field : fields) {
            jettyResponse.getHeaders().add(field.name(), field.value());
        }
    }

    /** An exchange that was claimed must end, whatever goes wrong. */
    private void guarded(Runnable answer) {
        try {
            answer.run();
        } catch (RuntimeException | Error failure) {
            callback.failed(failure);
            throw failure;
        }
    }

    private void claim() {
        if (!answered.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    "the exchange is answered already: " + request.method() + " " + request.path());
        }
    }

    private boolean isTunnel() {
        return HttpMethod.CONNECT.is(jettyRequest.getMethod())
                && jettyRequest.getTunnelSupport() != null
                && "websocket".equals(jettyRequest.getTunnelSupport().getProtocol());
    }

    private boolean isHttp2() {
        return jettyRequest.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
    }

    private static Request read(org.eclipse.jetty.server.Request request) {
        HttpURI uri = request.getHttpURI();
        SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
        return new Request(
                request.getMethod(),
                orEmpty(uri.getScheme()),
                orEmpty(uri.getAuthority()),
                orEmpty(uri.getCanonicalPath()),
                orEmpty(uri.getQuery()),
                request.getConnectionMetaData().getProtocol(),
                new JettyHeaders(request.getHeaders()),
                remote == null ? InetSocketAddress.createUnresolved("unknown", 0) : remote);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
