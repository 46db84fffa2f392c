package io.jetalyst.conformance;

import static java.util.stream.Collectors.joining;

import io.jetalyst.conformance.EchoClient.EchoSocket;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Runs a case of the matrix with one client and one endpoint, on one socket.
 *
 * @param client the name of the client
 * @param inParts whether messages are received and sent in parts
 */
record DeflateRun(DeflateCase what, DeflateEndpoint endpoint, String client, boolean inParts) {
    private static final int WORTH_IT = 1024;

    /** The columns of {@link Result#row}. */
    static final String COLUMNS = "offer,kind,size,endpoint,client,sent as,offered,answered,messages,"
            + "bytes,sent on the wire,received on the wire,verdict";

    /**
     * The result of a run.
     *
     * @param bytes the size of all messages
     * @param failures the failures; empty if there are none
     */
    record Result(DeflateRun run, long bytes, WireTap.Line line, List<String> failures) {
        /** Returns the line of the report, separated by commas. */
        String row() {
            DeflateCase what = run.what;
            Stream<Object> columns = Stream.of(
                    what.offer(),
                    what.kind(),
                    what.size(),
                    run.endpoint,
                    run.client,
                    run.inParts ? "parts" : "whole",
                    line.sent().extensions(),
                    line.answered().extensions(),
                    what.messages().size(),
                    bytes,
                    line.sent().payload(),
                    line.answered().payload(),
                    failures.isEmpty() ? "OK" : String.join(" | ", failures));
            return columns.map(column -> "\"" + column.toString().replace('"', '\'') + "\"")
                    .collect(joining(","));
        }
    }

    /**
     * Sends all messages, then receives the echoes.
     *
     * @throws IOException if the client could not connect
     */
    Result play(EchoClient player, WireTap tap) throws Exception {
        List<String> failures = new ArrayList<>();
        URI uri = URI.create("ws://127.0.0.1:" + tap.port() + endpoint.path(inParts));
        try (EchoSocket socket = player.connect(uri, what.offer(), what.offer().answer(endpoint))) {
            talk(socket, failures);
        } catch (ExecutionException | TimeoutException | IOException e) {
            failures.add(e.toString());
        }
        WireTap.Line line = tap.nextEnded().orElseThrow(() -> new IOException(this + ": " + failures));
        long bytes = what.messages().stream().mapToLong(EchoMessage::size).sum();
        if (failures.isEmpty()) {
            failures.addAll(new WireVerdict(this, bytes, line).failures());
        }
        return new Result(this, bytes, line, failures);
    }

    private void talk(EchoSocket socket, List<String> failures) throws Exception {
        List<EchoMessage> messages = what.messages();
        for (EchoMessage message : messages) {
            socket.send(
                    message.text(),
                    inParts ? message.parts() : List.of(message.payload().slice()));
        }
        for (EchoMessage message : messages) {
            EchoMessage echo = socket.receive();
            if (!echo.equals(message)) {
                failures.add("sent " + message + ", received " + echo);
            }
        }
    }

    /** Whether the endpoint must compress this message. */
    boolean mustShrink(EchoMessage message) {
        return what.kind().shrinks() && message.size() >= WORTH_IT;
    }

    @Override
    public String toString() {
        return "%s, %s, %s: %s".formatted(client, endpoint, inParts ? "in parts" : "whole", what);
    }
}
