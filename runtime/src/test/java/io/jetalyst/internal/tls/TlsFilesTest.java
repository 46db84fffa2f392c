package io.jetalyst.internal.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.Tls;
import io.jetalyst.engine.Tls.ClientCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates and keys as openssl writes them. */
@Timeout(60)
class TlsFilesTest {
    private static final Path FILES = Path.of("src/test/resources/tls");

    @TempDir
    Path folder;

    private static TlsFiles files(Path certificate, Path key, String password) {
        return new TlsFiles(List.of(certificate), List.of(key), password, null, "", ClientCertificates.NONE, List.of());
    }

    private static TlsFiles files(String certificate, String key, String password) {
        return files(FILES.resolve(certificate), FILES.resolve(key), password);
    }

    @ParameterizedTest
    @CsvSource({
        "rsa.pem, rsa.key, '', RSA",
        "rsa.pem, rsa-pkcs1.key, '', RSA",
        "rsa.pem, rsa-encrypted.key, secret, RSA",
        "rsa-both.pem, rsa-both.pem, '', RSA",
        "ec.pem, ec.key, '', EC",
        "ec.pem, ec-sec1.key, '', EC"
    })
    void readsKeyInEveryFormOfOpenssl(String certificate, String key, String password, String algorithm) {
        Tls tls = files(certificate, key, password).load();
        assertEquals(algorithm, tls.identities().get(0).key().getAlgorithm());
        assertEquals(1, tls.identities().get(0).chain().size());
    }

    @Test
    void readsCurveInsideOfKey() throws Exception {
        String text = Files.readString(FILES.resolve("ec-sec1.key"));
        Path bare = folder.resolve("bare.key");
        Files.writeString(bare, text.substring(text.indexOf("-----BEGIN EC PRIVATE")));
        assertEquals(
                "EC",
                files(FILES.resolve("ec.pem"), bare, "")
                        .load()
                        .identities()
                        .get(0)
                        .key()
                        .getAlgorithm());
    }

    @Test
    void readsStoreOfPkcs12() {
        assertEquals(1, store("secret").load().identities().size());
        assertEquals(
                "server.tls.store: " + FILES.resolve("rsa.p12")
                        + " is no PKCS#12 store that server.tls.store-password opens. Correct the password or the file.",
                refusal(store("wrong")));
    }

    private static TlsFiles store(String password) {
        return new TlsFiles(
                List.of(), List.of(), "", FILES.resolve("rsa.p12"), password, ClientCertificates.NONE, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "rsa.pem, ec.key, '', 'server.tls.key: the key in ', ' does not belong to the first certificate in '",
        "rsa.pem, renewed.key, '', 'server.tls.key: the key in ', ' does not belong to the first certificate in '",
        "rsa.pem, rsa.pem, '', 'server.tls.certificate: ', ' has no private key. Name the PEM file of the key in server.tls.key.'",
        "rsa.key, rsa.key, '', 'server.tls.certificate: ', ' has no certificate. Name a PEM file that begins with'",
        "rsa.p12, rsa.key, '', 'server.tls.certificate: ', ' has no certificate. Name a PEM file that begins with'",
        "rsa.pem, rsa-encrypted.key, '', 'server.tls.key: ', ' has an encrypted key. Set server.tls.key-password.'",
        "rsa.pem, rsa-encrypted.key, x, 'server.tls.key: ', ' has an encrypted key that server.tls.key-password does not open.'",
        "rsa.pem, rsa-old-encrypted.key, secret, 'server.tls.key: ', ' has a key that is encrypted in an old form. Convert it: '",
        "rsa.pem, ed25519.key, '', 'server.tls.key: ', ' has a key that cannot be read. Use a key for RSA or EC.'",
        "none.pem, rsa.key, '', 'server.tls.certificate: there is no file ', '. Create it, or name another.'",
        "rsa.pem, none.key, '', 'server.tls.key: there is no file ', '. Create it, or name another.'"
    })
    void namesSettingFileAndCure(String certificate, String key, String password, String begin, String reason) {
        String refusal = refusal(files(certificate, key, password));
        assertTrue(refusal.startsWith(begin + FILES) && refusal.contains(reason), refusal);
    }

    @Test
    void rejectsBrokenCertificate() throws IOException {
        Path broken = folder.resolve("broken.pem");
        Files.writeString(broken, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertEquals(
                "server.tls.certificate: " + broken + " has a certificate that cannot be read. Write it again as PEM.",
                refusal(files(broken, FILES.resolve("rsa.key"), "")));
    }

    private static String refusal(TlsFiles files) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, files::load).getMessage());
    }

    @Test
    void readsFilesAgainWhenTheyChangeAndKeepsCertificateIfTheyAreBroken() throws Exception {
        Path certificate = copy("rsa.pem", "server.pem");
        Path key = copy("rsa.key", "server.key");
        BlockingQueue<Tls> renewed = new LinkedBlockingQueue<>();
        TlsFiles files = files(certificate, key, "");
        AtomicBoolean fails = new AtomicBoolean(true);
        Consumer<Tls> renew = tls -> {
            if (fails.getAndSet(false)) {
                throw new StackOverflowError("on purpose");
            }
            renewed.add(tls);
        };
        try (CertificateWatch watch =
                CertificateWatch.start(LoadedTls.read(files), List.of(), renew, Duration.ofMillis(5))) {
            copy("renewed.key", "server.key");
            copy("renewed.pem", "server.pem");
            while (fails.get()) {
                TimeUnit.MILLISECONDS.sleep(5); // until the first renewal has failed
            }
            copy("rsa.pem", "server.pem");
            copy("rsa.key", "server.key");
            assertEquals(
                    "RSA",
                    renewed.poll(20, TimeUnit.SECONDS).identities().get(0).key().getAlgorithm());
            copy("renewed.pem", "server.pem"); // until the key follows, the two do not belong together
            copy("renewed.key", "server.key");
            Tls now = renewed.poll(20, TimeUnit.SECONDS);
            assertEquals("EC", now.identities().get(0).key().getAlgorithm(), watch::toString);
            Files.writeString(certificate, "broken");
            copy("rsa.key", "server.key");
            copy("rsa.pem", "server.pem");
            assertEquals(
                    "RSA",
                    renewed.poll(20, TimeUnit.SECONDS).identities().get(0).key().getAlgorithm());
        }
    }

    @Test
    void usesCertificateThatIsReplacedWhileTheServerStarts() throws Exception {
        TlsFiles files = files(copy("rsa.pem", "server.pem"), copy("rsa.key", "server.key"), "");
        BlockingQueue<Tls> renewed = new LinkedBlockingQueue<>();
        LoadedTls loaded = LoadedTls.read(files);
        copy("renewed.key", "server.key");
        copy("renewed.pem", "server.pem");
        try (CertificateWatch watch = CertificateWatch.start(loaded, List.of(), renewed::add, Duration.ofMillis(5))) {
            Tls now = renewed.poll(20, TimeUnit.SECONDS);
            assertEquals("EC", now.identities().get(0).key().getAlgorithm(), watch::toString);
        }
    }

    @Test
    void warnsOfAShortLivedCertificateOnlyWhenItShouldHaveBeenRenewed() {
        X509Certificate certificate =
                CertificateFiles.readChain("", FILES.resolve("short-lived.pem")).get(0);
        Instant end = certificate.getNotAfter().toInstant();
        Tls rsa = files("rsa.pem", "rsa.key", "").load();
        Tls tls = new Tls(
                List.of(new Tls.Identity(rsa.identities().get(0).key(), List.of(certificate))),
                ClientCertificates.NONE,
                List.of());

        assertEquals(List.of(), Validity.problems(tls, end.minus(Duration.ofDays(5))));
        assertEquals(List.of(), Validity.problems(tls, end.minus(Duration.ofHours(25))));
        String late = Validity.problems(tls, end.minus(Duration.ofHours(23))).get(0);
        assertTrue(late.contains(", in 23 hours. Renew it"), late);
    }

    @Test
    void namesCertificatesThatAreNotValidOrEndSoon() {
        Tls tls = files("rsa.pem", "rsa.key", "").load();
        X509Certificate certificate = tls.identities().get(0).chain().get(0);
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();

        assertEquals(List.of(), Validity.problems(tls, begin.plusSeconds(1)));
        assertEquals(List.of(), Validity.problems(tls, end.minus(Duration.ofDays(15))));
        assertProblem(
                "expires at " + end + ", in 13 days",
                tls,
                end.minus(Duration.ofDays(14)).plusSeconds(1));
        assertProblem("has expired at " + end, tls, end.plusSeconds(1));
        assertProblem("is not valid before " + begin, tls, begin.minusSeconds(1));
    }

    private static void assertProblem(String expected, Tls tls, Instant now) {
        String problem = Validity.problems(tls, now).get(0);
        assertTrue(problem.contains(expected), problem);
    }

    private Path copy(String from, String to) throws IOException {
        return Files.copy(FILES.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
    }
}
