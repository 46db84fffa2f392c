package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.Tls;
import io.jetalyst.engine.Tls.ClientCertificates;
import io.jetalyst.engine.Tls.Identity;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Certificates for tests, and clients of TLS that trust them. */
final class TlsFixture {
    static final Path FILES = Path.of("src/test/resources/tls");
    private static final char[] PASSWORD = "test".toCharArray();

    private TlsFixture() {}

    /** For localhost, with a key for RSA. */
    static Identity localhost() {
        return identity("rsa", "RSA");
    }

    /** For shop.example, with a key for EC. */
    static Identity shop() {
        return identity("ec", "EC");
    }

    /** For localhost, with another key. */
    static Identity renewed() {
        return identity("renewed", "EC");
    }

    static Tls tls(Identity... identities) {
        return new Tls(List.of(identities), ClientCertificates.NONE, List.of());
    }

    static Tls withClients(ClientCertificates clients) {
        return new Tls(List.of(localhost()), clients, List.of(certificate("authority")));
    }

    static EngineOptions options(Tls tls) {
        return EngineOptions.of(Listener.https("127.0.0.1", 0)).tls(tls);
    }

    /** The same limits on a listener for HTTPS. */
    static EngineOptions secured(EngineOptions options) {
        return options(tls(localhost()))
                .idleTimeout(options.idleTimeout())
                .bodyTimeout(options.bodyTimeout())
                .headTimeout(options.headTimeout())
                .maxBlockingTasks(options.maxBlockingTasks());
    }

    private static Identity identity(String name, String algorithm) {
        return new Identity(key(name, algorithm), List.of(certificate(name)));
    }

    private static PrivateKey key(String name, String algorithm) {
        try {
            String body = Files.readString(FILES.resolve(name + ".key")).replaceAll("-----[A-Z ]+-----", "");
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate certificate(String name) {
        try (var in = Files.newInputStream(FILES.resolve(name + ".pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client that trusts all certificates of the fixture. */
    static SSLContext client(boolean withCertificate) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (String name : List.of("rsa", "ec", "renewed")) {
                trusted.setCertificateEntry(name, certificate(name));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            if (withCertificate) {
                own.setKeyEntry("client", key("client", "EC"), PASSWORD, new Certificate[] {certificate("client")});
            }
            keys.init(own, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Connects, and does the handshake.
     *
     * @param host the host name that the client asks for; null for none
     */
    static SSLSocket connect(int port, @Nullable String host, String... protocols) throws IOException {
        return handshake(new Socket("127.0.0.1", port), host, false, protocols);
    }

    static SSLSocket handshake(Socket connected, @Nullable String host, boolean withCertificate, String... protocols)
            throws IOException {
        connected.setSoTimeout(20_000);
        SSLSocket socket = (SSLSocket) client(withCertificate)
                .getSocketFactory()
                .createSocket(connected, "127.0.0.1", connected.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(protocols);
        if (host != null) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    static RawSocket raw(int port) throws IOException {
        return new RawSocket(connect(port, "localhost", "http/1.1"));
    }

    static RawSocket rawHttp2(int port) throws IOException {
        return new RawSocket(connect(port, "localhost", "h2"));
    }

    /** The certificate that the server presents to a client that asks for this host name. */
    static X509Certificate presented(int port, @Nullable String host) throws IOException {
        try (SSLSocket socket = connect(port, host)) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }
}
