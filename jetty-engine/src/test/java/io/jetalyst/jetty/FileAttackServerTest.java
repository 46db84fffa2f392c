package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.contract.engine.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Paths that try to leave the folder of static files or the directory of {@code files}. None of them receives a secret. */
@Timeout(120)
class FileAttackServerTest {
    private static final String SECRET = "the secret";

    @TempDir
    private static Path root;

    private static StaticSite http1;
    private static StaticSite http2;
    private static StaticSite below;

    @BeforeAll
    static void start() throws IOException {
        Path classes = Files.createDirectories(root.resolve("classes"));
        StaticSite.write(classes, "public.txt", "public");
        StaticSite.write(classes, "sub/public.txt", "public");
        StaticSite.write(classes, ".hidden", SECRET);
        StaticSite.write(classes, ".git/config", SECRET);
        StaticSite.write(classes, "sub/.env", SECRET);
        StaticSite.write(classes, "sub/.well-known/x", SECRET);
        Files.writeString(classes.resolve("secret.txt"), SECRET);
        Files.writeString(classes.resolve("application.properties"), SECRET);
        Path uploads = Files.createDirectories(root.resolve("uploads/sub"));
        Files.writeString(root.resolve("secret.txt"), SECRET);
        Files.writeString(root.resolve("uploads/public.txt"), "public");
        Files.writeString(root.resolve("uploads/.hidden"), SECRET);
        Files.writeString(uploads.resolve(".env"), SECRET);
        Files.createSymbolicLink(root.resolve("uploads/out"), root.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("uploads/up"), root);
        Files.createSymbolicLink(root.resolve("uploads/alias.txt"), root.resolve("uploads/.hidden"));
        Files.createSymbolicLink(root.resolve("uploads/inside.txt"), root.resolve("uploads/public.txt"));
        http1 = StaticSite.start(builder -> builder.files("/uploads", root.resolve("uploads")), classes);
        http2 = StaticSite.http2(builder -> builder.files("/uploads", root.resolve("uploads")), classes);
        below = StaticSite.start(
                builder -> builder.files("/uploads", root.resolve("uploads")), classes, "--server.base-path=/app");
    }

    @AfterAll
    static void stop() throws IOException {
        http1.close();
        http2.close();
        below.close();
    }

    /** Ways to the parent directory, and to a hidden file. */
    static Stream<String> attacks() {
        List<String> names = List.of(
                "../secret.txt",
                "..%2fsecret.txt",
                "..%2Fsecret.txt",
                "%2e%2e/secret.txt",
                "%2E%2e/secret.txt",
                "%2e%2e%2fsecret.txt",
                ".%2e/secret.txt",
                "..;/secret.txt",
                "..;a=b/secret.txt",
                "..%3b/secret.txt",
                "%252e%252e/secret.txt",
                "%252e%252e%252fsecret.txt",
                "..%252fsecret.txt",
                "..%5csecret.txt",
                "..%5Csecret.txt",
                "..%255csecret.txt",
                "..\\secret.txt",
                "sub/..%5c..%5csecret.txt",
                "%c0%ae%c0%ae/secret.txt",
                "%c0%ae%c0%ae%c0%afsecret.txt",
                "..%c0%afsecret.txt",
                "..%c1%9csecret.txt",
                "%e0%80%ae%e0%80%ae/secret.txt",
                "%uff0e%uff0e/secret.txt",
                "%u002e%u002e%u2215secret.txt",
                "%ef%bc%8e%ef%bc%8e/secret.txt",
                "..%e2%88%95secret.txt",
                "..%00/secret.txt",
                "../secret.txt%00.txt",
                "%00../secret.txt",
                "public.txt%00../../secret.txt",
                "..//secret.txt",
                "//../secret.txt",
                "/./../secret.txt",
                ".//..//secret.txt",
                "sub/../../secret.txt",
                "sub/%2e%2e/%2e%2e/secret.txt",
                "sub/..%2f..%2fsecret.txt",
                ".../secret.txt",
                "....//secret.txt",
                "..../secret.txt",
                ". ./secret.txt",
                "..%20/secret.txt",
                "..%09/secret.txt",
                "../secret.txt.",
                "../secret.txt%20",
                "..::$DATA/secret.txt",
                "..%3a%3a$DATA%5csecret.txt",
                "../SECRET.TXT",
                "..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
                "/etc/passwd",
                "%2fetc%2fpasswd",
                "file:/etc/passwd",
                "file%3a%2f%2f%2fetc%2fpasswd",
                "C:/secret.txt",
                "C%3a%5csecret.txt",
                "%5c%5chost%5cshare%5csecret.txt",
                "//host/share/secret.txt",
                "jar:file:secret.jar!/secret.txt",
                "../secret.txt?public.txt",
                "../secret.txt#public.txt",
                "~/secret.txt",
                ".hidden",
                "%2ehidden",
                "%2Ehidden",
                ".hidden%00.txt",
                ".hidden/",
                "./.hidden",
                "sub/.env",
                "sub/%2eenv",
                "sub/./.env",
                "sub/.well-known/x",
                ".git/config",
                "%2egit/config",
                ".git%2fconfig",
                "out",
                "out/",
                "up/secret.txt",
                "up/uploads/.hidden",
                "alias.txt",
                "secret.txt",
                "application.properties",
                "../application.properties",
                "../secret.txt/",
                ".",
                "..",
                "sub",
                "sub/",
                "");
        return names.stream()
                .flatMap(name -> Stream.of(
                        "/" + name, "/uploads/" + name, "/assets/VERSION/" + name, "/assets/000000000000/" + name));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void sendsNoFileOutsideOfTheFolder(String path) throws Exception {
        String version = http1.assets().url("public.txt").split("/")[2];
        String target = path.replace("VERSION", version);
        assertNoFile(target, http1.get(target));
        assertNoFile(target, http1.get("http://localhost" + target));
        assertNoFile(target, below.get("/app" + target));
        assertNoFile(target, below.get(target));
        if (target.chars().noneMatch(c -> c == '#')) {
            assertNoFile(target, http2.get(target));
        }
    }

    private static void assertNoFile(String path, Answer answer) {
        assertTrue(Set.of(400, 404, 405).contains(answer.status()), path + ": " + answer.status());
        assertFalse(answer.text().contains(SECRET), path);
        assertFalse(answer.text().contains("root:"), path);
    }

    @Test
    void sendsNothingOverBytesOutsideOfAscii() throws Exception {
        for (String path : List.of("/uploads/..\u00c0\u00afsecret.txt", "/..\u00c0\u00afsecret.txt")) {
            try (io.jetalyst.testkit.RawSocket raw = new io.jetalyst.testkit.RawSocket(http1.port())) {
                raw.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
                String head = raw.readHead();
                assertTrue(head.startsWith("HTTP/1.1 400 ") || head.startsWith("HTTP/1.1 404 "), head);
            }
        }
    }

    @Test
    void servesLinkWithinTheDirectory() throws Exception {
        assertEquals("public", http1.get("/uploads/inside.txt").text());
        assertEquals("public", http2.get("/uploads/public.txt").text());
    }
}
