package io.jetalyst.internal.tls;

import io.jetalyst.engine.Tls;
import io.jetalyst.engine.Tls.ClientCertificates;
import io.jetalyst.engine.Tls.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the certificates, as settings name them.
 *
 * @param certificates PEM files, each with one chain
 * @param keys PEM files, each with the key of the certificate at the same position; empty if the files of the certificates have the keys
 * @param keyPassword of encrypted keys; empty for none
 * @param store a PKCS#12 store instead of the PEM files
 * @param storePassword the password of the store
 * @param authorities PEM files with the authorities of client certificates
 */
public record TlsFiles(
        List<Path> certificates,
        List<Path> keys,
        String keyPassword,
        @Nullable Path store,
        String storePassword,
        ClientCertificates clientCertificates,
        List<Path> authorities) {
    public TlsFiles {
        certificates = List.copyOf(certificates);
        keys = List.copyOf(keys);
        authorities = List.copyOf(authorities);
    }

    /**
     * Reads the files.
     *
     * @throws IllegalArgumentException whose message is a sentence with the setting, what is wrong with the file, and what to do
     */
    public Tls load() {
        return new Tls(
                store == null ? identities() : CertificateFiles.readStore(store, storePassword),
                clientCertificates,
                authorities.stream()
                        .flatMap(file -> CertificateFiles.readChain("server.tls.client-authorities", file).stream())
                        .toList());
    }

    private List<Identity> identities() {
        List<Identity> identities = new ArrayList<>();
        for (int i = 0; i < certificates.size(); i++) {
            identities.add(CertificateFiles.readIdentity(certificates.get(i), keyFile(i), keyPassword));
        }
        return identities;
    }

    private Path keyFile(int i) {
        return keys.isEmpty() ? certificates.get(i) : keys.get(i);
    }

    /** The hash of each file; 0 if it cannot be read. The times of files may stay the same when one is replaced. */
    List<Integer> contents() {
        List<Integer> hashes = new ArrayList<>();
        for (Path file : all()) {
            try {
                hashes.add(Arrays.hashCode(Files.readAllBytes(file)));
            } catch (IOException missing) {
                hashes.add(0);
            }
        }
        return hashes;
    }

    private List<Path> all() {
        return Stream.of(certificates, keys, store == null ? List.<Path>of() : List.of(store), authorities)
                .flatMap(List::stream)
                .toList();
    }
}
