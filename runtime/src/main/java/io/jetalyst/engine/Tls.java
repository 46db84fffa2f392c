package io.jetalyst.engine;

import static java.util.Objects.requireNonNull;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The certificates of the listeners for HTTPS, and the certificates that clients present. Immutable.
 *
 * @param identities the certificates of the server, each with its key. The engine chooses one by the host name that the client asks for
 *     (SNI, RFC 6066 §3), and uses the first if none has that name
 * @param clientCertificates whether clients present a certificate
 * @param authorities the authorities that issue the certificates of clients; at least one unless clients present none
 */
public record Tls(List<Identity> identities, ClientCertificates clientCertificates, List<X509Certificate> authorities) {
    public Tls {
        identities = List.copyOf(identities);
        authorities = List.copyOf(authorities);
        if (identities.isEmpty()) {
            throw new IllegalArgumentException("no certificate");
        }
        if (clientCertificates != ClientCertificates.NONE && authorities.isEmpty()) {
            throw new IllegalArgumentException("no authority issues the certificates of clients");
        }
    }

    /**
     * A certificate with its key.
     *
     * @param key the private key of the first certificate
     * @param chain the certificate of the server first, then each issuer
     */
    public record Identity(PrivateKey key, List<X509Certificate> chain) {
        public Identity {
            requireNonNull(key);
            chain = List.copyOf(chain);
            if (chain.isEmpty()) {
                throw new IllegalArgumentException("no certificate");
            }
        }
    }

    /** Whether clients present a certificate. */
    public enum ClientCertificates {
        /** The engine does not ask for one. */
        NONE,
        /** The engine asks for one, and serves clients that have none. */
        WANT,
        /** The engine refuses the connection of a client that has none. */
        NEED
    }
}
