package io.jetalyst.internal.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.jetalyst.engine.Tls.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads certificates and keys. Each message of an exception is a sentence with the setting, the file and the cure. */
final class CertificateFiles {
    private static final String CERTIFICATE = "server.tls.certificate";
    private static final String KEY = "server.tls.key";
    private static final String STORE = "server.tls.store";

    private CertificateFiles() {}

    /** A chain and the key of its first certificate. */
    static Identity readIdentity(Path certificate, Path key, String password) {
        List<X509Certificate> chain = readChain(CERTIFICATE, certificate);
        Identity identity = new Identity(readKey(certificate.equals(key) ? CERTIFICATE : KEY, key, password), chain);
        if (!belongTogether(identity)) {
            throw new IllegalArgumentException(
                    KEY + ": the key in " + key + " does not belong to the first certificate in " + certificate
                            + ". Name the key of that certificate, or put the certificate of the server first.");
        }
        return identity;
    }

    private static PrivateKey readKey(String setting, Path file, String password) {
        String text = read(setting, file);
        try {
            return PrivateKeys.read(Pem.read(text), password);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": " + file + " " + e.getMessage(), e);
        }
    }

    /** The certificates of a PEM file; at least one. */
    static List<X509Certificate> readChain(String setting, Path file) {
        String text = read(setting, file);
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Pem block : Pem.read(text)) {
                if (block.label().endsWith("CERTIFICATE")) {
                    chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.der())));
                }
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    setting + ": " + file + " has a certificate that cannot be read. Write it again as PEM.", e);
        }
        if (chain.isEmpty()) {
            throw new IllegalArgumentException(setting + ": " + file
                    + " has no certificate. Name a PEM file that begins with -----BEGIN CERTIFICATE-----.");
        }
        return chain;
    }

    /** All entries of a PKCS#12 store that have a key, in the order of their names. */
    static List<Identity> readStore(Path file, String password) {
        byte[] bytes = readBytes(STORE, file);
        char[] secret = password.toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), secret);
            List<Identity> identities = new ArrayList<>();
            List<String> aliases = Collections.list(store.aliases());
            Collections.sort(aliases);
            for (String alias : aliases) {
                if (store.getKey(alias, secret) instanceof PrivateKey key) {
                    identities.add(new Identity(key, chain(store.getCertificateChain(alias))));
                }
            }
            if (identities.isEmpty()) {
                throw new IllegalArgumentException(
                        STORE + ": " + file + " has no private key. Export the key with the certificate.");
            }
            return identities;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    STORE + ": " + file
                            + " is no PKCS#12 store that server.tls.store-password opens. Correct the password or the file.",
                    e);
        }
    }

    private static List<X509Certificate> chain(Certificate... chain) {
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }

    private static boolean belongTogether(Identity identity) {
        PrivateKey key = identity.key();
        byte[] any = {1, 2, 3};
        try {
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key);
            signature.update(any);
            byte[] signed = signature.sign();
            signature.initVerify(identity.chain().get(0).getPublicKey());
            signature.update(any);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String read(String setting, Path file) {
        return new String(readBytes(setting, file), ISO_8859_1);
    }

    private static byte[] readBytes(String setting, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    setting + ": there is no file " + file + ". Create it, or name another.", e);
        } catch (AccessDeniedException e) {
            throw new IllegalArgumentException(
                    setting + ": this process may not read " + file + ". Let its user or its group read the file.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    setting + ": cannot read " + file + ": " + e.getMessage() + ". Name a PEM file.", e);
        }
    }
}
