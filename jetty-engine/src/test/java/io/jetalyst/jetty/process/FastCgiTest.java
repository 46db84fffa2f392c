package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.counterpart.LocalhostCertificate;
import io.jetalyst.counterpart.WebServer;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.jetty.JettyEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An engine behind real web servers, with the configurations of the guide for operators. */
@Timeout(240)
class FastCgiTest {
    private static final long LIMIT = 90;

    @TempDir
    Path folder;

    private final FastCgiHandler handler = new FastCgiHandler();
    private RunningEngine engine;
    private WebServer web;
    private HttpClient client;

    /** How a web server connects. */
    enum Way {
        NGINX_UNIX,
        NGINX_PORT,
        APACHE_UNIX,
        APACHE_PORT
    }

    private void start(Way way) throws Exception {
        boolean port = way == Way.NGINX_PORT || way == Way.APACHE_PORT;
        boolean nginx = way == Way.NGINX_UNIX || way == Way.NGINX_PORT;
        Path socket = folder.resolve("s");
        Listener listener = Listener.parse(port ? "fcgi://127.0.0.1:0" : "fcgi+unix:" + socket + "?mode=666");
        engine = new JettyEngine().start(EngineOptions.of(listener).proxies(peer -> true), handler);
        String address = port ? "127.0.0.1:" + engine.port() : "unix:" + socket;
        String block = WebServer.block("fastcgi.md", nginx ? "upstream shop {" : "<VirtualHost");
        web = nginx
                ? WebServer.nginx(folder, block.replace("unix:/run/shop/shop.fcgi", address))
                : WebServer.apache(
                        folder,
                        block.replace(
                                "unix:/run/shop/shop.fcgi|fcgi://localhost/",
                                port ? "fcgi://" + address + "/" : address + "|fcgi://localhost/"));
        client = HttpClient.newBuilder()
                .sslContext(LocalhostCertificate.trusting())
                .build();
    }

    @AfterEach
    void stop() throws Exception {
        handler.release.countDown();
        if (web != null) {
            web.close();
        }
        if (engine != null) {
            engine.stop(Duration.ofSeconds(10));
        }
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(web.origin() + target)).timeout(Duration.ofSeconds(150));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @EnumSource
    void forwardsRequestOfClient(Way way) throws Exception {
        start(way);
        HttpResponse<String> described = send(request("/a%20b/%C3%A4?c=d%2Fe&f"));
        assertEquals("GET " + web.origin() + "/a%20b/\u00e4?c=d%2Fe&f HTTP/2.0 /127.0.0.1", described.body());
        assertEquals(
                "GET " + web.origin() + "/? HTTP/1.1 /127.0.0.1",
                send(request("/").version(Version.HTTP_1_1)).body());
        assertEquals(400, send(request("/a;b")).statusCode());
        HttpResponse<String> head = send(request("/large").method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(204, send(request("/empty")).statusCode());
    }

    @ParameterizedTest
    @EnumSource
    void passesBodiesOfEverySize(Way way) throws Exception {
        start(way);
        Random random = new Random(3);
        for (int size : new int[] {0, 1, 65_535, 65_536, 3_000_000}) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            for (Version version : Version.values()) {
                assertChecksum(content, version, BodyPublishers.ofByteArray(content));
                assertChecksum(content, version, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content)));
            }
        }
        byte[] content = new byte[50_000];
        CRC32 sum = new CRC32();
        sum.update(content);
        HttpResponse<String> continued = send(request("/checksum")
                .version(Version.HTTP_1_1)
                .expectContinue(true)
                .POST(BodyPublishers.ofByteArray(content)));
        assertEquals("50000 " + sum.getValue(), continued.body());
    }

    private void assertChecksum(byte[] content, Version version, BodyPublisher publisher) throws Exception {
        CRC32 sum = new CRC32();
        sum.update(content);
        HttpResponse<String> response =
                send(request("/checksum").version(version).POST(publisher));
        assertEquals(
                content.length + " " + sum.getValue(),
                response.body(),
                () -> content.length + " bytes by " + version + ", " + publisher.contentLength());
    }

    @ParameterizedTest
    @EnumSource
    void streams100MegabytesInBothDirections(Way way) throws Exception {
        start(way);
        HttpResponse<String> counted = send(request("/checksum")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(() -> new Random(1)
                        .ints(100)
                        .mapToObj(any -> new byte[1_000_000])
                        .iterator()))));
        assertTrue(counted.body().startsWith("100000000 "), counted.body());
        HttpResponse<InputStream> large = client.send(request("/large").build(), BodyHandlers.ofInputStream());
        try (var in = large.body()) {
            assertEquals(100_000_000, in.transferTo(OutputStream.nullOutputStream()));
        }
    }

    /**
     * No client receives a whole response. Over HTTP/2, Apache 2.4.71 logs that it is cut, but sometimes leaves the
     * stream of its client open after the head of the response, which {@link HttpRequest#timeout} does not cover.
     */
    @ParameterizedTest
    @EnumSource
    void showsClientThatResponseIsCut(Way way) throws Exception {
        start(way);
        boolean apache = way == Way.APACHE_UNIX || way == Way.APACHE_PORT;
        for (Version version : Version.values()) {
            boolean open = apache && version == Version.HTTP_2;
            var cut = client.sendAsync(request("/cut").version(version).build(), BodyHandlers.ofString());
            Exception end = assertThrows(Exception.class, () -> cut.get(open ? 10 : LIMIT, TimeUnit.SECONDS));
            assertTrue(
                    end.getCause() instanceof IOException || open && end instanceof TimeoutException,
                    () -> version + ": " + end);
        }
        assertEquals(204, send(request("/empty")).statusCode());
    }

    /** In streams of four connections, because Apache closes connections of HTTP/1.1 between two requests when it is busy. */
    @ParameterizedTest
    @EnumSource
    void answers200RequestsAtOnce(Way way) throws Exception {
        start(way);
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int connection = 0; connection < 4; connection++) {
            HttpClient another = HttpClient.newBuilder()
                    .sslContext(LocalhostCertificate.trusting())
                    .build();
            another.send(request("/first").build(), BodyHandlers.discarding());
            for (int i = 0; i < 50; i++) {
                all.add(another.sendAsync(request("/" + all.size()).build(), BodyHandlers.ofString()));
            }
        }
        for (int i = 0; i < 200; i++) {
            String body = all.get(i).get(LIMIT, TimeUnit.SECONDS).body();
            assertTrue(body.startsWith("GET " + web.origin() + "/" + i + "?"), body);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NGINX_UNIX", "NGINX_PORT"})
    void notifiesHandlerOfClientThatAborts(Way way) throws Exception {
        start(way);
        CompletableFuture<HttpResponse<String>> aborted =
                client.sendAsync(request("/hold").build(), BodyHandlers.ofString());
        assertTrue(handler.held.await(LIMIT, TimeUnit.SECONDS));
        aborted.cancel(true);
        assertTrue(handler.aborted.await(LIMIT, TimeUnit.SECONDS));
        assertEquals(204, send(request("/empty")).statusCode());
    }

    @ParameterizedTest
    @EnumSource
    void answersRequestThatHasBegunWhenItStops(Way way) throws Exception {
        start(way);
        assertEquals(204, send(request("/empty")).statusCode());
        CompletableFuture<HttpResponse<String>> held =
                client.sendAsync(request("/hold").build(), BodyHandlers.ofString());
        assertTrue(handler.held.await(LIMIT, TimeUnit.SECONDS));
        engine.drain();
        handler.release.countDown();
        engine.stop(Duration.ofSeconds(20));
        assertEquals("released", held.get(LIMIT, TimeUnit.SECONDS).body());
        int gone = send(request("/empty")).statusCode();
        assertTrue(gone == 502 || gone == 503, "status " + gone);
    }
}
