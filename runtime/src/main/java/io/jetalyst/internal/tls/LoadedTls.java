package io.jetalyst.internal.tls;

import io.jetalyst.engine.Tls;
import java.util.List;

/**
 * The certificates that were read from files.
 *
 * @param contents the hashes of the files before they were read, so that a file which changes meanwhile is read again
 */
public record LoadedTls(TlsFiles files, List<Integer> contents, Tls tls) {
    public LoadedTls {
        contents = List.copyOf(contents);
    }

    /**
     * Reads the files.
     *
     * @throws IllegalArgumentException as {@link TlsFiles#load}
     */
    public static LoadedTls read(TlsFiles files) {
        List<Integer> before = files.contents();
        return new LoadedTls(files, before, files.load());
    }
}
