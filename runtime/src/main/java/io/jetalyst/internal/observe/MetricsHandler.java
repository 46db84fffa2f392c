package io.jetalyst.internal.observe;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.internal.proxy.HostRule;
import io.jetalyst.observe.MetricsPage;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one page, {@code /metrics}, and nothing else. */
public final class MetricsHandler implements ExchangeHandler {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.observe");
    private static final String PATH = "/metrics";

    private final MetricsPage page;
    private final HostRule hosts;

    /** @param hosts the names of the application; a request for an IP address or a name of this machine is allowed as well */
    public MetricsHandler(MetricsPage page, HostRule hosts) {
        this.page = page;
        this.hosts = hosts.andAddresses();
    }

    @Override
    public void handle(Exchange exchange) {
        Request request = exchange.request();
        if (!hosts.allows(request)) {
            exchange.respond(Response.text(HostRule.FOREIGN_HOST.detail()).status(HostRule.FOREIGN_HOST.status()));
        } else if (!request.path().equals(PATH)) {
            exchange.respond(Response.text("The metrics are at " + PATH + ".").status(Status.NOT_FOUND));
        } else if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            exchange.respond(Response.of(Status.METHOD_NOT_ALLOWED).header("Allow", "GET, HEAD"));
        } else {
            read(exchange, request);
        }
    }

    private void read(Exchange exchange, Request request) {
        try {
            exchange.execute(() -> exchange.respond(read(request)));
        } catch (RejectedExecutionException busy) {
            exchange.respond(Response.of(Status.SERVICE_UNAVAILABLE));
        }
    }

    private Response read(Request request) {
        try {
            return page.read(request).header("Cache-Control", "no-store");
        } catch (RuntimeException | Error failure) {
            LOG.error("The metrics could not be read", failure);
            return Response.of(Status.INTERNAL_SERVER_ERROR);
        }
    }
}
