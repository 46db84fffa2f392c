package io.jetalyst.internal.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The few values of DER (X.690) that turn the older forms of private keys into PKCS#8, which the JDK reads. */
final class Der {
    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int PARAMETERS = 0xa0;
    private static final byte[] RSA = {
        0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };
    private static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01};

    private Der() {}

    /** The PKCS#8 form of an RSA key in the form of PKCS#1 (RFC 8017 §A.1.2). */
    static byte[] rsaKey(byte[] pkcs1) {
        return privateKey(value(SEQUENCE, RSA), pkcs1);
    }

    /**
     * The PKCS#8 form of an EC key in the form of SEC1 (RFC 5915).
     *
     * @param curve the parameters that the file contains before the key; empty if there are none
     * @throws IllegalArgumentException if neither the key nor the file names the curve
     */
    static byte[] ecKey(byte[] sec1, byte[] curve) {
        byte[] own = parameters(sec1);
        if (own.length == 0 && curve.length == 0) {
            throw new IllegalArgumentException("the key does not name its curve");
        }
        return privateKey(value(SEQUENCE, EC, own.length == 0 ? curve : own), sec1);
    }

    private static byte[] privateKey(byte[] algorithm, byte[] key) {
        return value(SEQUENCE, value(INTEGER, new byte[] {0}), algorithm, value(OCTET_STRING, key));
    }

    /** The curve in a key of SEC1: a sequence of version, key, and then perhaps the parameters. */
    private static byte[] parameters(byte[] sec1) {
        int end = sec1.length;
        int at = content(sec1, 0);
        while (at < end) {
            int start = content(sec1, at);
            int next = start + length(sec1, at);
            if (next > end || next <= at) {
                break;
            }
            if ((sec1[at] & 0xff) == PARAMETERS) {
                return Arrays.copyOfRange(sec1, start, next);
            }
            at = next;
        }
        return new byte[0];
    }

    /** The position of the content of the value at a position. */
    private static int content(byte[] der, int at) {
        int first = at + 1 < der.length ? der[at + 1] & 0xff : 0;
        return at + 2 + (first > 0x80 ? first - 0x80 : 0);
    }

    /** The length of the content of the value at a position. */
    private static int length(byte[] der, int at) {
        int first = at + 1 < der.length ? der[at + 1] & 0xff : 0;
        if (first <= 0x80) {
            return first;
        }
        int length = 0;
        for (int i = at + 2; i < content(der, at) && i < der.length; i++) {
            length = (length << 8) | (der[i] & 0xff);
        }
        return length;
    }

    private static byte[] value(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            int bytes = (32 - Integer.numberOfLeadingZeros(length) + 7) / 8;
            out.write(0x80 + bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                out.write(length >> (8 * i));
            }
        }
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
