package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.counterpart.LocalhostCertificate;
import io.jetalyst.counterpart.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * nginx with a cache that keeps everything that no field forbids, whatever the status, and finds it by the path. A visitor never receives
 * what the header fields of another visitor have made.
 */
@Timeout(90)
class CacheTest {
    private static final String MARK = "evil";
    private static final String LONG = "evil".repeat(1500);

    /** Fields that a cache does not compare. */
    private static final List<List<String>> FIELDS = List.of(
            List.of("X-Forwarded-Host", "evil.example"),
            List.of("X-Forwarded-Proto", "http"),
            List.of("X-Forwarded-Prefix", "/evil"),
            List.of("X-Forwarded-Port", "666"),
            List.of("Forwarded", "host=evil.example;proto=http"),
            List.of("X-Original-URL", "/evil"),
            List.of("X-Rewrite-URL", "/evil"),
            List.of("X-HTTP-Method-Override", "POST"),
            List.of("X-Host", "evil.example"),
            List.of("Accept", "text/html"),
            List.of("Accept", "application/evil"),
            List.of("Accept-Language", "de"),
            List.of("Accept-Encoding", "gzip"),
            List.of("Origin", "https://other.example"),
            List.of("Origin", "https://evil.example"),
            List.of("Cookie", "session=evil; __Host-session=evil; __Host-flash=evil"),
            List.of("Authorization", "Basic ZXZpbDpldmls"),
            List.of("Range", "bytes=0-0"),
            List.of("If-None-Match", "*"),
            List.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            List.of("Content-Type", "text/evil"),
            List.of("X-Long", LONG, "X-Longer", LONG, "X-Longest", LONG), // more than a head may have
            List.of("Cookie", LONG),
            List.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "cors"));

    private static final List<String> PATHS = List.of(
            "/shared",
            "/nonce",
            "/page",
            "/failure",
            "/mistake",
            "/redirect",
            "/flash",
            "/form",
            "/nothing",
            "/%00",
            "/health/ready",
            "/shared/");

    /** The pages that the table lets caches keep; that with a nonce is not kept all the same. */
    private static final List<String> SHARED = List.of("/shared", "/flash");

    @TempDir
    private Path folder;

    private RunningApp app;
    private WebServer web;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        Path socket = folder.resolve("s");
        app = App.builder()
                .args(
                        "--listen=unix:" + socket + "?mode=666",
                        "--server.forwarded=x-forwarded",
                        "--server.compression=gzip")
                .mount(new CachedTable())
                .build()
                .start();
        Path cache = Files.createDirectories(folder.resolve("cache"));
        String block = WebServer.block("nginx.md", "upstream shop {").replace("/run/shop/shop.sock", socket.toString());
        web = WebServer.nginx(
                folder,
                "proxy_cache_path " + cache + " keys_zone=all:1m;\n" + block.replace("proxy_buffering off;", """
                                proxy_cache all;
                                proxy_cache_key $request_uri;
                                proxy_cache_valid any 10m;
                                add_header X-Cache $upstream_cache_status always;
                                """));
        client = HttpClient.newBuilder()
                .sslContext(LocalhostCertificate.trusting())
                .build();
    }

    @AfterEach
    void stop() {
        if (web != null) {
            web.close();
        }
        app.close();
    }

    @Test
    void sendsNothingThatAnotherVisitorHasMade() throws Exception {
        int number = 0;
        for (String path : PATHS) {
            HttpResponse<String> clean = get(path, List.of());
            for (List<String> fields : FIELDS) {
                String target = path + "?" + number++; // which the cache does not have
                get(target, fields);
                HttpResponse<String> next = get(target, List.of());
                String attack = target + " " + fields;
                assertEquals(clean.statusCode(), next.statusCode(), attack);
                if (isFromCache(next)) {
                    assertEquals(clean.body(), next.body(), attack);
                    assertEquals(names(clean), names(next), attack);
                }
                assertFalse((next.headers().map() + next.body()).contains(MARK), attack);
            }
        }
    }

    @Test
    void keepsOnlyWhatTheApplicationShares() throws Exception {
        for (String path : PATHS) {
            get(path, List.of());
            assertEquals(SHARED.contains(path), isFromCache(get(path, List.of())), path);
        }
    }

    @Test
    void sendsFlashMessageOfOneUserToNobodyElse() throws Exception {
        HttpResponse<String> form = client.send(
                HttpRequest.newBuilder(URI.create(web.origin() + "/form"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        assertTrue(get("/flash", List.of("Cookie", cookie)).body().contains("for one user"));
        assertEquals("none", get("/flash", List.of()).body());
    }

    private static boolean isFromCache(HttpResponse<String> response) {
        return response.headers().firstValue("X-Cache").filter("HIT"::equals).isPresent();
    }

    private static List<String> names(HttpResponse<String> response) {
        return new ArrayList<>(response.headers().map().keySet());
    }

    private HttpResponse<String> get(String path, List<String> fields) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(web.origin() + path));
        if (!fields.isEmpty()) {
            request.headers(fields.toArray(String[]::new));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
