package io.jetalyst.jetty.fcgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET / HTTP/1.1|a request of HTTP to an address for FastCGI. Let the peer send FastCGI, or name the address with http in"
                        + " server.listen",
                "PRI * HTTP/2.0|a request of HTTP to an address for FastCGI. Let the peer send FastCGI, or name the address with http in"
                        + " server.listen",
                "'\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001'|a handshake of TLS to an address for FastCGI, which has no TLS",
                "'\u0002       '|a record of the version 2 of FastCGI"
            })
    void namesTheProtocolOfBytesThatAreNoRecord(String bytes, String problem) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                problem,
                assertThrows(MalformedRecordException.class, () -> new RecordReader().begin(buffer))
                        .getMessage());
    }
}
