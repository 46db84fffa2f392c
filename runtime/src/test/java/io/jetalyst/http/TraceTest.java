package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT_ID = "00f067aa0ba902b7";
    private static final String VALID = "00-" + TRACE_ID + "-" + PARENT_ID + "-01";

    @Test
    void continuesTheTraceOfTheClient() {
        Trace trace = request(List.of(VALID), List.of("rojo=00f067aa0ba902b7", "congo=t61rcWkgMzE"))
                .trace();

        assertEquals(TRACE_ID, trace.traceId());
        assertEquals(Optional.of(PARENT_ID), trace.parentId());
        assertTrue(trace.isSampled());
        assertNotEquals(PARENT_ID, trace.spanId());
        assertEquals(
                Map.of(
                        "traceparent",
                        "00-" + TRACE_ID + "-" + trace.spanId() + "-01",
                        "tracestate",
                        "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE"),
                trace.headers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-" + TRACE_ID + "-" + PARENT_ID,
                "00-" + TRACE_ID + "-" + PARENT_ID + "-1",
                "00-" + TRACE_ID + "-" + PARENT_ID + "-01-more",
                "00-" + TRACE_ID + "-" + PARENT_ID + "-01 ",
                "ff-" + TRACE_ID + "-" + PARENT_ID + "-01",
                "0g-" + TRACE_ID + "-" + PARENT_ID + "-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + PARENT_ID + "-01",
                "00-00000000000000000000000000000000-" + PARENT_ID + "-01",
                "00-" + TRACE_ID + "-0000000000000000-01",
                "00-" + TRACE_ID + "-" + PARENT_ID + "-0x",
                "00_" + TRACE_ID + "-" + PARENT_ID + "-01",
                "00-" + TRACE_ID + "_" + PARENT_ID + "-01",
                "00-" + TRACE_ID + "-" + PARENT_ID + "_01",
                "01-" + TRACE_ID + "-" + PARENT_ID + "-01more",
                "00-4bf92f3577b34da6a3ce929d0e0e473\u0666-" + PARENT_ID + "-01"
            })
    void beginsANewTraceIfTheClientSentNoValidOne(String traceparent) {
        Request request = request(List.of(traceparent), List.of("rojo=1"));

        assertEquals(request.id().replace("-", ""), request.trace().traceId());
        assertEquals(Optional.empty(), request.trace().parentId());
        assertFalse(request.trace().isSampled());
        assertEquals(
                Map.of(
                        "traceparent",
                        "00-" + request.trace().traceId() + "-"
                                + request.trace().spanId() + "-00"),
                request.trace().headers(),
                "the state belongs to the trace that was not valid");
    }

    @Test
    void beginsANewTraceIfTheClientSentTwo() {
        assertNotEquals(
                TRACE_ID, request(List.of(VALID, VALID), List.of()).trace().traceId());
    }

    @Test
    void readsALaterVersionThatIsLonger() {
        String later = "cc-" + TRACE_ID + "-" + PARENT_ID + "-09-what-the-future-will-be-like";

        Trace trace = request(List.of(later), List.of()).trace();

        assertEquals("00-" + TRACE_ID + "-" + trace.spanId() + "-01", trace.traceparent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no member", "A=1", "a=1,b", "a=1\r\nSet-Cookie: x=1", "a=\u00e4", "a=b=c", "a="})
    void dropsAMalformedState(String state) {
        assertEquals("", request(List.of(VALID), List.of(state)).trace().state());
    }

    @Test
    void dropsAStateThatIsTooLong() {
        String many = "a=1,".repeat(33) + "b=2";
        String isLong = "a=" + "x".repeat(250) + ",b=" + "x".repeat(250) + ",c=123456789";

        assertEquals("", request(List.of(VALID), List.of(many)).trace().state());
        assertEquals("", request(List.of(VALID), List.of(isLong)).trace().state());
        assertEquals(
                "a@b=1 2, ,c=3",
                request(List.of(VALID), List.of("a@b=1 2, ,c=3")).trace().state());
    }

    @Test
    void keepsIdAndTraceInASnapshot() {
        Request request = request(List.of(VALID), List.of());
        Request copy = request.snapshot();

        assertEquals(request.id(), copy.id());
        assertSame(request.trace(), copy.trace());
        assertSame(request.trace(), request.trace());
        assertNotEquals(request.id(), request(List.of(VALID), List.of()).id(), "the client does not choose the id");
    }

    @Test
    void createsIdAndTraceWhenTheSnapshotIsAskedFirst() {
        Request request = request(List.of(VALID), List.of());
        Request copy = request.snapshot();
        String id = copy.id();

        assertEquals(TRACE_ID, copy.trace().traceId());
        assertEquals(id, request.id());
        assertSame(copy.trace(), request.trace());
        assertSame(copy.trace(), copy.snapshot().trace());
    }

    /** Each open socket has a snapshot, so an id that nobody reads would cost memory. */
    @Test
    void createsNoIdAndNoTraceForASnapshot() {
        AtomicInteger reads = new AtomicInteger();
        Headers fields = Headers.of(Map.of());
        Headers counted = new Headers() {
            @Override
            public Optional<String> first(String name) {
                return fields.first(name);
            }

            @Override
            public List<String> all(String name) {
                reads.incrementAndGet();
                return fields.all(name);
            }

            @Override
            public Set<String> names() {
                return fields.names();
            }
        };
        Request request = Request.builder("GET", "/").headers(counted).build();

        request.snapshot();

        assertEquals(0, reads.get(), "the trace was read");
        request.trace();
        assertEquals(1, reads.get());
    }

    private static Request request(List<String> traceparent, List<String> tracestate) {
        return Request.builder("GET", "/")
                .headers(Headers.of(Map.of("traceparent", traceparent, "tracestate", tracestate)))
                .build();
    }
}
