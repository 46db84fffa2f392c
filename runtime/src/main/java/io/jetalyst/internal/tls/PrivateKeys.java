package io.jetalyst.internal.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads private keys as tools write them: PKCS#8, encrypted or not, PKCS#1 for RSA, and SEC1 for EC. */
final class PrivateKeys {
    private static final String PBES2 = "1.2.840.113549.1.5.13";

    private PrivateKeys() {}

    /**
     * The first private key among these blocks.
     *
     * @param password empty if there is none
     * @throws IllegalArgumentException whose message says what is wrong, and what to do
     */
    static PrivateKey read(List<Pem> blocks, String password) {
        Pem key = blocks.stream()
                .filter(block -> block.label().endsWith("PRIVATE KEY"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "has no private key. Name the PEM file of the key in server.tls.key."));
        if (key.encrypted()) {
            throw new IllegalArgumentException(
                    "has a key that is encrypted in an old form. Convert it: openssl pkcs8 -topk8 -in old.pem -out new.pem");
        }
        return switch (key.label()) {
            case "PRIVATE KEY" -> pkcs8(key.der());
            case "RSA PRIVATE KEY" -> pkcs8(Der.rsaKey(key.der()));
            case "EC PRIVATE KEY" -> pkcs8(Der.ecKey(key.der(), curve(blocks)));
            case "ENCRYPTED PRIVATE KEY" -> pkcs8(decrypt(key.der(), password));
            default ->
                throw new IllegalArgumentException("has a key of the form " + key.label()
                        + ", which TLS does not use. Write it as PKCS#8: openssl pkcs8 -topk8 -nocrypt.");
        };
    }

    private static byte[] curve(List<Pem> blocks) {
        return blocks.stream()
                .filter(block -> block.label().equals("EC PARAMETERS"))
                .map(Pem::der)
                .findFirst()
                .orElse(new byte[0]);
    }

    private static PrivateKey pkcs8(byte[] der) {
        for (String algorithm : List.of("RSA", "EC")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (InvalidKeySpecException other) {
                continue;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalArgumentException("has a key that cannot be read. Use a key for RSA or EC.");
    }

    private static byte[] decrypt(byte[] der, String password) {
        if (password.isEmpty()) {
            throw new IllegalArgumentException("has an encrypted key. Set server.tls.key-password.");
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
            String named = info.getAlgName();
            String algorithm = named.equals("PBES2") || named.equals(PBES2)
                    ? info.getAlgParameters().toString()
                    : named;
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray())),
                    info.getAlgParameters());
            return info.getKeySpec(cipher).getEncoded();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "has an encrypted key that server.tls.key-password does not open. Correct the password.", e);
        }
    }
}
