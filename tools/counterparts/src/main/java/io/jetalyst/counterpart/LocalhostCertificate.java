package io.jetalyst.counterpart;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The certificate of {@code localhost} that servers of tests send. It is signed with its own key. */
public final class LocalhostCertificate {
    private static final String CERTIFICATE = "rsa.pem";
    private static final String KEY = "rsa.key";

    private LocalhostCertificate() {}

    /** Writes the certificate to a PEM file in a folder, and returns that file. */
    public static Path writeCertificate(Path folder) throws IOException {
        return write(CERTIFICATE, folder);
    }

    /** Writes the private key to a PEM file in a folder, and returns that file. */
    public static Path writeKey(Path folder) throws IOException {
        return write(KEY, folder);
    }

    private static Path write(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = open(name)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private static InputStream open(String name) {
        return requireNonNull(LocalhostCertificate.class.getResourceAsStream(name), name);
    }

    /** The SHA-256 hash of the public key in Base64, the form in which Chromium takes the keys that it trusts. */
    public static String keyHash() {
        try {
            byte[] key = read().getPublicKey().getEncoded();
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A context of clients that trust this certificate, and no other. */
    public static SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("localhost", read());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Certificate read() throws IOException, GeneralSecurityException {
        try (InputStream in = open(CERTIFICATE)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
