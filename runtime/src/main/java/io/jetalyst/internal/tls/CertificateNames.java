package io.jetalyst.internal.tls;

import io.jetalyst.engine.Tls;
import io.jetalyst.internal.log.LogText;
import io.jetalyst.internal.proxy.AddressRange;
import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the certificates with the host names that the application answers for, as clients do (RFC 9525 §6.3): only the subject
 * alternative names count, and {@code *} covers one label.
 */
final class CertificateNames {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.tls");
    /** The kinds of subject alternative names that clients compare (RFC 5280 §4.2.1.6). */
    private static final int DNS_NAME = 2;

    private static final int IP_ADDRESS = 7;

    private CertificateNames() {}

    /** Logs each host that no certificate covers. */
    static void warn(Tls tls, List<String> hosts) {
        problems(tls, hosts).forEach(LOG::warn);
    }

    /** A sentence for each host that no certificate covers. Clients on this machine reach it without a certificate for its local names. */
    static List<String> problems(Tls tls, List<String> hosts) {
        List<String> covered = new ArrayList<>();
        tls.identities().forEach(identity -> addNames(identity.chain().get(0), covered));
        return hosts.stream()
                .filter(host -> !isLocal(bare(host)))
                .filter(host -> covered.stream().noneMatch(name -> covers(name, bare(host))))
                .map(host -> "No certificate covers " + host
                        + ", which server.hosts names, so clients of that host reject the connection. "
                        + (covered.isEmpty()
                                ? "The certificates have no alternative names."
                                : "The certificates cover " + LogText.of(String.join(", ", covered)) + ".")
                        + " Use a certificate for " + host + ", or remove it from server.hosts.")
                .toList();
    }

    private static void addNames(X509Certificate certificate, List<String> names) {
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            if (all != null) {
                all.stream()
                        .filter(name ->
                                name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
                        .forEach(name -> names.add(String.valueOf(name.get(1))));
            }
        } catch (CertificateParsingException e) {
            LOG.debug("The alternative names of {} cannot be read", certificate.getSubjectX500Principal(), e);
        }
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || AddressRange.literal(host)
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    private static boolean covers(String name, String host) {
        Optional<InetAddress> address = AddressRange.literal(host);
        if (address.isPresent()) {
            return address.equals(AddressRange.literal(name));
        }
        int dot = host.indexOf('.');
        return name.equalsIgnoreCase(host)
                || (dot > 0 && name.startsWith("*.") && name.substring(1).equalsIgnoreCase(host.substring(dot)));
    }

    /** Without the brackets of an IPv6 address and the dot of the root domain, in lower case. */
    private static String bare(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        String lower = bare.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
