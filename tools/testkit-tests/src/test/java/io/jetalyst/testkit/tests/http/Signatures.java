package io.jetalyst.testkit.tests.http;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.zip.CRC32;

/** Stands for the signatures of a payment provider. */
final class Signatures {
    private Signatures() {}

    static void check(String signature, byte[] event) {
        if (!MessageDigest.isEqual(
                of(event).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8))) {
            throw HttpProblem.of(Status.UNAUTHORIZED, "The signature is wrong.");
        }
    }

    static String of(byte[] event) {
        CRC32 sum = new CRC32();
        sum.update(event);
        return Long.toHexString(sum.getValue());
    }
}
