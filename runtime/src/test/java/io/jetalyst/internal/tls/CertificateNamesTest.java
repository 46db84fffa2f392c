package io.jetalyst.internal.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.Tls;
import io.jetalyst.engine.Tls.ClientCertificates;
import io.jetalyst.internal.log.CapturedLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ec.pem} is for shop.example and *.shop.example, {@code rsa.pem} for localhost and 127.0.0.1. */
class CertificateNamesTest {
    private static final Path FILES = Path.of("src/test/resources/tls");

    private static TlsFiles files(Path folder, String... names) {
        return new TlsFiles(
                Stream.of(names).map(name -> folder.resolve(name + ".pem")).toList(),
                Stream.of(names).map(name -> folder.resolve(name + ".key")).toList(),
                "",
                null,
                "",
                ClientCertificates.NONE,
                List.of());
    }

    private static List<String> problems(Tls tls, String... hosts) {
        return CertificateNames.problems(tls, List.of(hosts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.example", "SHOP.example.", "www.shop.example", "localhost", "dev.localhost", "[::1]"})
    void acceptsCoveredAndLocalHost(String host) {
        assertEquals(List.of(), problems(files(FILES, "ec").load(), host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.www.shop.example", "myshop.example", "example", ".shop.example", "192.0.2.1", "[2001:db8::1]"
            })
    void reportsHostThatNoCertificateCovers(String host) {
        assertEquals(
                List.of("No certificate covers " + host
                        + ", which server.hosts names, so clients of that host reject the connection. The certificates cover"
                        + " shop.example, *.shop.example. Use a certificate for " + host
                        + ", or remove it from server.hosts."),
                problems(files(FILES, "ec").load(), host));
    }

    @Test
    void acceptsHostThatOneOfSeveralCertificatesCovers() {
        Tls both = files(FILES, "rsa", "ec").load();

        assertEquals(List.of(), problems(both, "www.shop.example"));
        assertEquals(1, problems(both, "other.example", "shop.example").size());
    }

    @Test
    void warnsAtStartAndAfterRenewal(@TempDir Path folder) throws Exception {
        copy("ec", folder);
        TlsFiles files = files(folder, "server");
        try (CapturedLog log = new CapturedLog();
                CertificateWatch watch = CertificateWatch.start(
                        LoadedTls.read(files), List.of("shop.example", "a.example"), tls -> {}, Duration.ofMillis(5))) {
            String atStart = log.text();
            assertTrue(atStart.contains("covers a.example, which"), atStart);
            assertTrue(!atStart.contains("covers shop.example, which"), atStart);

            copy("rsa", folder);

            String renewed = log.await("covers shop.example, which");
            assertTrue(renewed.contains("No certificate covers shop.example, which server.hosts names"), renewed);
            assertTrue(renewed.contains("The certificates cover localhost, 127.0.0.1."), renewed + watch);
        }
    }

    private static void copy(String name, Path folder) throws Exception {
        Files.copy(FILES.resolve(name + ".pem"), folder.resolve("server.pem"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(FILES.resolve(name + ".key"), folder.resolve("server.key"), StandardCopyOption.REPLACE_EXISTING);
    }
}
