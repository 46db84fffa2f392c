package io.jetalyst.internal.tls;

import io.jetalyst.engine.Tls;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the time in which certificates are valid. Clients reject others. */
final class Validity {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.tls");
    /** The time that is left to renew a certificate. Tools such as certbot renew it thirty days before its end. */
    private static final Duration SOON = Duration.ofDays(14);
    /** Of a certificate that lives shorter, tools renew it when a third of its life is left, and this part of it is left to warn. */
    private static final int SOON_PART = 6;

    private Validity() {}

    /** Logs each certificate that is not valid now, or that ends soon. */
    static void warn(Tls tls) {
        problems(tls, Instant.now()).forEach(LOG::warn);
    }

    /** A sentence for each certificate that is not valid at this time, or that ends soon. */
    static List<String> problems(Tls tls, Instant now) {
        List<String> problems = new ArrayList<>();
        for (Tls.Identity identity : tls.identities()) {
            for (X509Certificate certificate : identity.chain()) {
                problem(certificate, now, problems);
            }
        }
        return problems;
    }

    private static String text(Duration left) {
        return left.toDays() >= 2 ? left.toDays() + " days" : left.toHours() + " hours";
    }

    private static void problem(X509Certificate certificate, Instant now, List<String> problems) {
        String name =
                "The certificate of " + certificate.getSubjectX500Principal().getName();
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        Duration part = Duration.between(begin, end).dividedBy(SOON_PART);
        Duration soon = part.compareTo(SOON) < 0 ? part : SOON;
        if (now.isBefore(begin)) {
            problems.add(name + " is not valid before " + begin
                    + ", so clients reject it. Check the clock of this machine, or use another certificate.");
        } else if (now.isAfter(end)) {
            problems.add(name + " has expired at " + end + ", so clients reject it. Renew it.");
        } else if (now.isAfter(end.minus(soon))) {
            problems.add(name + " expires at " + end + ", in "
                    + text(Duration.between(now, end))
                    + ". Renew it: the server reads the new files without a restart.");
        }
    }
}
