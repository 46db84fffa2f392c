package io.jetalyst.jetty.fcgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answers to management records: a web server asks with them for abilities of the application, or for something that a later version of the
 * protocol has (FastCGI 1.0 §4). The connection sends them when it sends no response, and guards this object.
 */
final class Management {
    /** Enough for the answers to a web server, which asks once. */
    private static final int MAX_BYTES = 4096;

    private static final String MAX_CONNECTIONS = "FCGI_MAX_CONNS";
    private static final String MAX_REQUESTS = "FCGI_MAX_REQS";
    private static final String SEVERAL_REQUESTS = "FCGI_MPXS_CONNS";
    private static final int UNKNOWN_TYPE_BYTES = 8;

    private final Map<String, String> values;
    private final Params asked = new Params();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();

    /** @param maxConnections the number of connections that web servers may open, each of which carries one request at a time */
    Management(int maxConnections) {
        String most = Integer.toString(maxConnections);
        this.values = Map.of(MAX_CONNECTIONS, most, MAX_REQUESTS, most, SEVERAL_REQUESTS, "0");
    }

    /** Adds a part of the content of a record. */
    void add(ByteBuffer content) {
        asked.add(content);
    }

    /**
     * Answers the record whose content was added.
     *
     * @param code the type of the record, as it was sent
     */
    void answer(int code) throws MalformedRecordException {
        if (answers.size() > MAX_BYTES) {
            throw new MalformedRecordException("many management records, and takes no answers");
        }
        if (code == RecordType.GET_VALUES.code()) {
            byte[] pairs = valuesAsked();
            addHeader(RecordType.GET_VALUES_RESULT, pairs.length);
            answers.writeBytes(pairs);
        } else {
            addHeader(RecordType.UNKNOWN_TYPE, UNKNOWN_TYPE_BYTES);
            answers.write(code);
            answers.writeBytes(new byte[UNKNOWN_TYPE_BYTES - 1]);
        }
        asked.clear();
    }

    /** The values that the web server asks for, without those that have no meaning here (FastCGI 1.0 §4.1). */
    private byte[] valuesAsked() throws MalformedRecordException {
        Map<String, String> found = new LinkedHashMap<>();
        for (Params.Pair pair : asked.pairs()) {
            String value = values.get(pair.name());
            if (value != null) {
                found.put(pair.name(), value);
            }
        }
        ByteArrayOutputStream pairs = new ByteArrayOutputStream();
        found.forEach((name, value) -> {
            pairs.write(name.length()); // all of them are shorter than 128 bytes
            pairs.write(value.length());
            pairs.writeBytes(name.getBytes(ISO_8859_1));
            pairs.writeBytes(value.getBytes(ISO_8859_1));
        });
        return pairs.toByteArray();
    }

    private void addHeader(RecordType type, int contentBytes) {
        answers.write(RecordType.VERSION);
        answers.write(type.code());
        answers.write(0); // belongs to no request
        answers.write(0);
        answers.write(0); // no content has more than 255 bytes
        answers.write(contentBytes);
        answers.write(0); // without padding
        answers.write(0);
    }

    boolean hasAnswers() {
        return answers.size() > 0;
    }

    /** Removes all answers, to send them. */
    ByteBuffer takeAnswers() {
        ByteBuffer taken = ByteBuffer.wrap(answers.toByteArray());
        answers.reset();
        return taken;
    }
}
