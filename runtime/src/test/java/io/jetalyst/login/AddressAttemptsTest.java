package io.jetalyst.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.HttpProblem;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AddressAttemptsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AddressAttempts attempts = new AddressAttempts(2, Duration.ofMinutes(1), nanos::get);

    private static SocketAddress client(String address) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(address), 1);
    }

    @Test
    void countsClientsOfOneNetworkOf64BitsTogether() throws Exception {
        assertEquals(0, attempts.take(client("2001:db8::1")));
        assertEquals(0, attempts.take(client("2001:db8::2")));
        assertEquals(60, attempts.take(client("2001:db8::3")));
        assertEquals(0, attempts.take(client("2001:db8:0:1::3")));
        assertEquals(0, attempts.take(client("192.0.2.1")));
    }

    @Test
    void limitsNetworkOf48BitsTo16TimesAsMany() throws Exception {
        for (int i = 0; i < 32; i++) {
            assertEquals(0, attempts.take(client("2001:db8:0:" + Integer.toHexString(i) + "::1")));
        }
        assertEquals(4, attempts.take(client("2001:db8:0:ffff::1"))); // a sixteenth of a minute
        assertEquals(0, attempts.take(client("2001:db8:1::1")));
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        assertEquals(0, attempts.take(client("2001:db8:0:ffff::1")));
    }

    @Test
    void returnsAttempt() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertEquals(0, attempts.take(client("2001:db8::1")));
            attempts.restore(client("2001:db8::1"));
        }
    }

    @Test
    void answers429WithTheTimeToWait() throws Exception {
        SocketAddress client = client("192.0.2.1");
        attempts.require(client, "Too many.");
        attempts.require(client, "Too many.");
        HttpProblem problem = assertThrows(HttpProblem.class, () -> attempts.require(client, "Too many."));
        assertEquals(429, problem.status().code());
        assertEquals("Too many.", problem.detail());
        assertEquals(new HeaderField("Retry-After", "60"), problem.headers().get(0));
    }
}
