package io.jetalyst.internal.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM file (RFC 7468).
 *
 * @param label the words behind {@code BEGIN}
 * @param der the decoded content; empty if the block is encrypted
 * @param encrypted whether the block has a header that says so, which OpenSSL wrote before version 1.0
 */
record Pem(String label, byte[] der, boolean encrypted) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\R(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final byte[] NOTHING = {};

    /** @throws IllegalArgumentException if a block is not encoded in Base64 */
    static List<Pem> read(String text) {
        List<Pem> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            String body = matcher.group(2);
            boolean encrypted = body.contains("Proc-Type: 4,ENCRYPTED");
            byte[] der = encrypted ? NOTHING : Base64.getMimeDecoder().decode(body);
            blocks.add(new Pem(matcher.group(1), der, encrypted));
        }
        return blocks;
    }
}
