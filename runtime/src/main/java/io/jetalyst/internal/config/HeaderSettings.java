package io.jetalyst.internal.config;

import io.jetalyst.config.Setting;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Listener;
import io.jetalyst.http.HeaderField;
import io.jetalyst.internal.headers.ContentPolicy;
import io.jetalyst.internal.headers.HeaderOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The {@code server.headers.*} settings. */
public final class HeaderSettings {
    private static final String PREFIX = ServerSettings.PREFIX + "headers.";
    private static final String POLICY = PREFIX + "content-security-policy";
    private static final String PERMISSIONS = PREFIX + "permissions-policy";
    private static final String REFERRER = PREFIX + "referrer-policy";
    private static final String OPENER = PREFIX + "cross-origin-opener-policy";
    private static final String RESOURCE = PREFIX + "cross-origin-resource-policy";
    private static final String TRANSPORT = PREFIX + "strict-transport-security";
    private static final String OFF = "off";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    POLICY,
                    "",
                    "directives that replace those of the [default policy](security.md#header-fields) with the same names, such as"
                            + " `img-src 'self' https://tiles.example`; `off` sends no policy"),
            new KnownSetting(
                    PERMISSIONS, HeaderOptions.PERMISSIONS, "the `Permissions-Policy` of pages; `off` sends none"),
            new KnownSetting(REFERRER, HeaderOptions.REFERRER, "the `Referrer-Policy` of pages; `off` sends none"),
            new KnownSetting(
                    OPENER, HeaderOptions.OPENER, "the `Cross-Origin-Opener-Policy` of pages; `off` sends none"),
            new KnownSetting(
                    RESOURCE,
                    HeaderOptions.RESOURCE,
                    "the `Cross-Origin-Resource-Policy` of all responses except files of `static/`, which is `cross-origin`; `off` sends none"),
            new KnownSetting(
                    TRANSPORT,
                    "",
                    "the `Strict-Transport-Security` of responses over TLS (RFC 6797). Unless set, `server.https-only` decides, or it is"
                            + " `max-age=31536000` in production if all ports are for HTTPS; `off` sends none"));

    private static final Set<String> REFERRERS = Set.of(
            "no-referrer",
            "no-referrer-when-downgrade",
            "origin",
            "origin-when-cross-origin",
            "same-origin",
            "strict-origin",
            "strict-origin-when-cross-origin",
            "unsafe-url");
    private static final Set<String> OPENERS =
            Set.of("same-origin", "same-origin-allow-popups", "noopener-allow-popups", "unsafe-none");
    private static final Set<String> RESOURCES = Set.of("same-origin", "same-site", "cross-origin");
    private static final Pattern FEATURES =
            Pattern.compile("[a-z0-9-]+=(?:\\*|self|\\([^()]*\\))(?:, ?[a-z0-9-]+=(?:\\*|self|\\([^()]*\\)))*");
    private static final Pattern MAX_AGE =
            Pattern.compile("(?i)max-age=\\d{1,10}(?:; ?includeSubDomains)?(?:; ?preload)?");

    private HeaderSettings() {}

    /** @throws StartupException naming the first setting that has no value of its field, and where it came from */
    public static HeaderOptions of(Settings settings, ServerSettings server, TlsSettings tls) {
        List<HeaderField> every = new ArrayList<>();
        every.add(new HeaderField("X-Content-Type-Options", "nosniff"));
        one(settings, RESOURCE, HeaderOptions.RESOURCE, RESOURCES)
                .ifPresent(value -> every.add(new HeaderField("Cross-Origin-Resource-Policy", value)));
        List<HeaderField> page = new ArrayList<>();
        one(settings, REFERRER, HeaderOptions.REFERRER, REFERRERS)
                .ifPresent(value -> page.add(new HeaderField("Referrer-Policy", value)));
        one(settings, OPENER, HeaderOptions.OPENER, OPENERS)
                .ifPresent(value -> page.add(new HeaderField("Cross-Origin-Opener-Policy", value)));
        matching(
                        settings,
                        PERMISSIONS,
                        HeaderOptions.PERMISSIONS,
                        FEATURES,
                        "features such as camera=(), geolocation=(self)")
                .ifPresent(value -> page.add(new HeaderField("Permissions-Policy", value)));
        List<HeaderField> secure = matching(
                        settings, TRANSPORT, transport(server, tls), MAX_AGE, "max-age=31536000; includeSubDomains")
                .map(value -> List.of(new HeaderField("Strict-Transport-Security", value)))
                .orElse(List.of());
        return new HeaderOptions(policy(settings).orElse(null), every, page, secure, null);
    }

    /** All ports are for HTTPS: otherwise a browser that has seen the field could not use the other ones any more. */
    private static String transport(ServerSettings server, TlsSettings tls) {
        Duration httpsOnly = tls.httpsOnly();
        if (httpsOnly != null) {
            return httpsOnly.isZero() ? OFF : "max-age=" + httpsOnly.toSeconds();
        }
        boolean secure = server.mode() == ServerSettings.Mode.PRODUCTION
                && server.listeners().stream()
                        .filter(listener -> listener.address() instanceof Listener.Tcp)
                        .allMatch(listener -> listener.protocol() == Listener.Protocol.HTTPS);
        return secure && tls.loaded() != null ? "max-age=31536000" : OFF;
    }

    private static Optional<ContentPolicy> policy(Settings settings) {
        Optional<Setting> found = settings.find(POLICY);
        if (found.isEmpty()) {
            return Optional.of(ContentPolicy.DEFAULT);
        }
        Setting setting = found.get();
        if (setting.value().equals(OFF)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ContentPolicy.DEFAULT.with(ContentPolicy.parse(setting.value())));
        } catch (IllegalArgumentException e) {
            throw new StartupException(
                    POLICY + " (" + setting.source() + ") is no content security policy. " + e.getMessage(), e);
        }
    }

    private static Optional<String> one(Settings settings, String key, String defaultValue, Set<String> values) {
        String kind = values.stream().sorted().toList() + " or off";
        return Values.of(settings, key, defaultValue, kind, text -> {
            if (!text.equals(OFF) && !values.contains(text)) {
                throw new IllegalArgumentException("no such value");
            }
            return present(text);
        });
    }

    private static Optional<String> matching(
            Settings settings, String key, String defaultValue, Pattern form, String example) {
        return Values.of(settings, key, defaultValue, example + ", or off", text -> {
            if (!text.equals(OFF) && !form.matcher(text).matches()) {
                throw new IllegalArgumentException("malformed");
            }
            return present(text);
        });
    }

    private static Optional<String> present(String text) {
        return text.equals(OFF) ? Optional.empty() : Optional.of(text);
    }
}
