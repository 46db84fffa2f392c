package io.jetalyst.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The computations of hashes at a time, of logins and of registrations together. */
@Timeout(60)
class HashesTest {
    private static final int BOUND = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final AtomicBoolean isStarted = new AtomicBoolean();
    private final AtomicInteger computing = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch full = new CountDownLatch(BOUND);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final PasswordLogin logins =
            PasswordLogin.of(name -> Optional.of(Account.of("Ann", "new:secret")), new CountingHasher() {
                @Override
                public boolean matches(String password, String hash) {
                    compute();
                    return true;
                }

                @Override
                public String hash(String password) {
                    if (isStarted.get()) {
                        compute();
                    }
                    return "new:" + password;
                }
            });

    HashesTest() {
        isStarted.set(true); // after the hash of no user
    }

    private void compute() {
        most.accumulateAndGet(computing.incrementAndGet(), Math::max);
        full.countDown();
        try {
            assertTrue(mayEnd.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        computing.decrementAndGet();
    }

    private String login(int client) {
        Request request = Request.builder("POST", "/login")
                .remoteAddress(new InetSocketAddress("192.0.2." + client, 4711))
                .build();
        return logins.login(request, "ann", "secret").name();
    }

    @Test
    void computesFewHashesAtATime() throws Exception {
        int clients = 8 * Runtime.getRuntime().availableProcessors();
        CountDownLatch begun = new CountDownLatch(clients);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                Callable<String> task = i % 4 == 0 ? () -> login(client) : () -> logins.hash("secret");
                all.add(threads.submit(() -> {
                    begun.countDown();
                    return task.call();
                }));
            }
            assertTrue(begun.await(30, TimeUnit.SECONDS));
            assertTrue(full.await(30, TimeUnit.SECONDS));
            mayEnd.countDown();
            for (Future<String> each : all) {
                each.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(BOUND, most.get());
    }

    @Test
    void answers503ToRegistrationThatWaitsTooLong() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(BOUND);
        try {
            for (int i = 0; i < BOUND; i++) {
                threads.submit(() -> logins.hash("secret"));
            }
            assertTrue(full.await(30, TimeUnit.SECONDS));

            HttpProblem problem = assertThrows(HttpProblem.class, () -> logins.hash("secret"));

            assertEquals(503, problem.status().code());
            assertEquals("5", problem.headers().get(0).value());
        } finally {
            mayEnd.countDown();
            threads.shutdown();
        }
    }
}
