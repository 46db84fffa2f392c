package io.jetalyst.jetty;

import io.jetalyst.engine.Tls;
import io.jetalyst.engine.Tls.ClientCertificates;
import io.jetalyst.engine.Tls.Identity;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSession;
import org.eclipse.jetty.http2.HTTP2Cipher;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.ssl.X509;
import org.jspecify.annotations.Nullable;

/** The certificates of the server, and the versions and ciphers of TLS that it accepts (RFC 9325). */
final class TlsContext extends SslContextFactory.Server {
    /** Of the store in memory, which has no reader but this class. */
    private static final String PASSWORD = "in-memory";

    /** Those of the server, without their issuers, in order. */
    private volatile List<X509> certificates = List.of();

    TlsContext(Tls tls) {
        setIncludeProtocols("TLSv1.3", "TLSv1.2");
        setExcludeCipherSuites(
                "^.*_CBC_.*$", "^TLS_RSA_.*$", "^.*_(MD5|SHA|SHA1)$", "^.*_NULL_.*$", "^.*_anon_.*$", "^TLS_DHE_.*$");
        setCipherComparator(HTTP2Cipher.COMPARATOR);
        setUseCipherSuitesOrder(true);
        setRenegotiationAllowed(false);
        setKeyStorePassword(PASSWORD);
        use(tls);
    }

    /** Uses other certificates for the connections that begin from now on. */
    void renew(Tls tls) throws Exception {
        reload(context -> use(tls));
    }

    private void use(Tls tls) {
        try {
            setKeyStore(keys(tls.identities()));
            certificates = IntStream.range(0, tls.identities().size())
                    .mapToObj(i ->
                            new X509(alias(i), tls.identities().get(i).chain().get(0)))
                    .toList();
            setTrustStore(authorities(tls.authorities()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(e);
        }
        setWantClientAuth(tls.clientCertificates() == ClientCertificates.WANT);
        setNeedClientAuth(tls.clientCertificates() == ClientCertificates.NEED);
    }

    private static KeyStore keys(List<Identity> identities) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        for (int i = 0; i < identities.size(); i++) {
            Identity identity = identities.get(i);
            store.setKeyEntry(
                    alias(i),
                    identity.key(),
                    PASSWORD.toCharArray(),
                    identity.chain().toArray(Certificate[]::new));
        }
        return store;
    }

    /** Ordered as text as they are in the list. */
    private static String alias(int number) {
        return String.format(Locale.ROOT, "%05d", number);
    }

    private static @Nullable KeyStore authorities(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        if (authorities.isEmpty()) {
            return null;
        }
        KeyStore store = emptyStore();
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry(alias(i), authorities.get(i));
        }
        return store;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /**
     * Chooses a certificate that has the name, and the first one if none has. Called for each type of key that the client supports, until it
     * returns a certificate.
     */
    @Override
    public @Nullable String sniSelect(
            String keyType,
            Principal @Nullable [] issuers,
            SSLSession session,
            @Nullable String host,
            Collection<X509> ofKeyType) {
        List<X509> all = certificates;
        List<String> named = all.stream()
                .filter(certificate -> host != null && certificate.matches(host))
                .map(X509::getAlias)
                .toList();
        List<String> wanted = named.isEmpty() ? List.of(all.get(0).getAlias()) : named;
        return ofKeyType.stream()
                .map(X509::getAlias)
                .filter(wanted::contains)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
