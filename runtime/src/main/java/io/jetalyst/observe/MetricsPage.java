package io.jetalyst.observe;

import io.jetalyst.http.Request;
import io.jetalyst.http.Response;

/** A page with the metrics of an application, in the format that the monitoring system reads. */
@FunctionalInterface
public interface MetricsPage {
    /**
     * Answers a GET. It may block; several threads may call it at once.
     *
     * @param request its {@code Accept} names the formats that the monitoring system reads
     */
    Response read(Request request);
}
