package io.jetalyst.internal.config;

import io.jetalyst.config.Setting;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.engine.Tls.ClientCertificates;
import io.jetalyst.internal.proxy.HttpsRule;
import io.jetalyst.internal.tls.CertificateWatch;
import io.jetalyst.internal.tls.LoadedTls;
import io.jetalyst.internal.tls.TlsFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The {@code server.*} settings about HTTPS.
 *
 * @param loaded the certificates and their files; {@code null} if no listener is for HTTPS
 * @param httpsOnly how long browsers use HTTPS only; {@code null} if requests without TLS are served
 */
public record TlsSettings(
        @Nullable LoadedTls loaded, @Nullable Duration httpsOnly) {
    private static final String CERTIFICATE = ServerSettings.PREFIX + "tls.certificate";
    private static final String KEY = ServerSettings.PREFIX + "tls.key";
    private static final String KEY_PASSWORD = ServerSettings.PREFIX + "tls.key-password";
    private static final String STORE = ServerSettings.PREFIX + "tls.store";
    private static final String STORE_PASSWORD = ServerSettings.PREFIX + "tls.store-password";
    private static final String CLIENTS = ServerSettings.PREFIX + "tls.client-certificates";
    private static final String AUTHORITIES = ServerSettings.PREFIX + "tls.client-authorities";
    private static final String HTTPS_ONLY = ServerSettings.PREFIX + "https-only";
    private static final Pattern DAYS = Pattern.compile("(\\d{1,5})d");
    private static final String FILES = "a list of paths of files";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    CERTIFICATE,
                    "",
                    "PEM files with the certificates of the listeners for HTTPS, one for each chain; the first is used for unknown host names"),
            new KnownSetting(
                    KEY,
                    "",
                    "PEM files with the private keys, in the same order; unset if the files of the certificates have them"),
            new KnownSetting(KEY_PASSWORD, "", "password of encrypted private keys"),
            new KnownSetting(STORE, "", "PKCS#12 store with certificates and keys, instead of PEM files"),
            new KnownSetting(STORE_PASSWORD, "", "password of the store"),
            new KnownSetting(
                    CLIENTS,
                    "none",
                    "whether clients present a certificate: `none`, `want` serves those that have none, `need` refuses them"),
            new KnownSetting(AUTHORITIES, "", "PEM files with the authorities that issue the certificates of clients"),
            new KnownSetting(
                    HTTPS_ONLY,
                    "",
                    "redirects requests without TLS to HTTPS, and lets browsers use HTTPS only for that many days, such as `365d`"
                            + " (HSTS, RFC 6797); `0d` redirects only"));

    /** @throws StartupException naming the first setting that cannot be used, and what to do */
    public static TlsSettings of(Settings settings, List<Listener> listeners) {
        Optional<Listener> https = listeners.stream()
                .filter(listener -> listener.protocol() == Listener.Protocol.HTTPS)
                .findFirst();
        if (https.isEmpty()) {
            KNOWN.stream()
                    .map(KnownSetting::key)
                    .flatMap(key -> settings.find(key).stream())
                    .findFirst()
                    .ifPresent(TlsSettings::refuseUnused);
            return new TlsSettings(null, null);
        }
        TlsFiles files = files(settings, https.get());
        Duration httpsOnly = settings.get(HTTPS_ONLY, "a number of days such as 365d", TlsSettings::days)
                .orElse(null);
        try {
            return new TlsSettings(LoadedTls.read(files), httpsOnly);
        } catch (IllegalArgumentException e) {
            throw new StartupException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The options with the certificates. */
    public EngineOptions add(EngineOptions options) {
        return loaded == null ? options : options.tls(loaded.tls());
    }

    /** The rule for requests without TLS. */
    public HttpsRule rule() {
        return httpsOnly == null ? HttpsRule.none() : HttpsRule.redirect();
    }

    /**
     * Begins to read the certificates again when their files change.
     *
     * @param hosts the host names that the application answers for; empty if it answers for any
     */
    public Optional<AutoCloseable> watch(RunningEngine running, List<String> hosts) {
        return loaded == null
                ? Optional.empty()
                : Optional.of(CertificateWatch.start(loaded, hosts, running::renew, CertificateWatch.INTERVAL));
    }

    private static void refuseUnused(Setting setting) {
        throw new StartupException(
                setting.key() + " (" + setting.source() + ") is set, but no listener is for HTTPS. Add one to"
                        + " server.listen, such as https://0.0.0.0:8443, or remove the setting.");
    }

    private static TlsFiles files(Settings settings, Listener https) {
        List<Path> certificates = paths(settings, CERTIFICATE);
        List<Path> keys = paths(settings, KEY);
        Path store =
                settings.get(STORE, "the path of a file", TlsSettings::path).orElse(null);
        if (certificates.isEmpty() == (store == null)) {
            throw new StartupException(
                    store == null
                            ? "server.listen has " + https + ", but there is no certificate. Set " + CERTIFICATE
                                    + " and " + KEY + ", or " + STORE + "."
                            : CERTIFICATE + " and " + STORE + " are both set. Keep one of them.");
        }
        if (!keys.isEmpty() && keys.size() != certificates.size()) {
            throw new StartupException(KEY + " names " + keys.size() + " files, but " + CERTIFICATE + " "
                    + certificates.size() + ". Name one key for each certificate, in the same order.");
        }
        ClientCertificates clients = Values.of(settings, CLIENTS, "none", "none, want or need", TlsSettings::clients);
        List<Path> authorities = paths(settings, AUTHORITIES);
        if (authorities.isEmpty() != (clients == ClientCertificates.NONE)) {
            throw new StartupException(
                    authorities.isEmpty()
                            ? CLIENTS + " is set, but no authority is. Set " + AUTHORITIES
                                    + " to the PEM file of the authority."
                            : AUTHORITIES + " is set, but " + CLIENTS + " is none. Set it to want or need.");
        }
        return new TlsFiles(
                certificates,
                keys,
                settings.get(KEY_PASSWORD).orElse(""),
                store,
                settings.get(STORE_PASSWORD).orElse(""),
                clients,
                authorities);
    }

    private static List<Path> paths(Settings settings, String key) {
        return settings.get(key, FILES, text -> Values.list(text, TlsSettings::path))
                .orElse(List.of());
    }

    private static Path path(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("no path");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ClientCertificates clients(String text) {
        return Stream.of(ClientCertificates.values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such value"));
    }

    private static Duration days(String text) {
        Matcher matcher = DAYS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not days");
        }
        return Duration.ofDays(Long.parseLong(matcher.group(1)));
    }
}
