package io.jetalyst.internal.config;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Listener;
import io.jetalyst.internal.origin.OriginRule;
import io.jetalyst.internal.proxy.AddressRange;
import io.jetalyst.internal.proxy.ForwardedFields;
import io.jetalyst.internal.proxy.Forwarding;
import io.jetalyst.internal.proxy.HostRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code server.*} settings about names and proxies.
 *
 * @param forwarding restores the request that the client sent
 * @param hosts the host names that the application answers for
 * @param hostNames those of {@code server.hosts}; empty for any
 * @param origins the pages that may open sockets and send requests that change something
 */
public record ProxySettings(Forwarding forwarding, HostRule hosts, List<String> hostNames, OriginRule origins) {
    private static final String PUBLIC_URL = "server.public-url";
    private static final String FORWARDED = "server.forwarded";
    private static final String TRUSTED_PROXIES = "server.trusted-proxies";
    private static final String HOSTS = "server.hosts";
    private static final String ORIGINS = "server.origins";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    PUBLIC_URL,
                    "",
                    "scheme and authority that clients use, such as `https://chat.example`, if a proxy changes them"),
            new KnownSetting(
                    FORWARDED,
                    "none",
                    "header fields of trusted proxies that name the client, its scheme and host: `forwarded` (RFC 7239),"
                            + " `x-forwarded` (`-For`, `-Proto` and `-Host`, with the port) or `none`"),
            new KnownSetting(
                    TRUSTED_PROXIES,
                    "",
                    "addresses of the proxies whose fields, or headers of the PROXY protocol, count, and of the web servers that may send requests by"
                            + " FastCGI, such as `10.0.0.0/8, 192.168.1.7`; this machine unless set"),
            new KnownSetting(
                    HOSTS,
                    "",
                    "host names that the application answers for; any other gets 421. Unless set, any in production, and"
                            + " those of this machine in dev mode"),
            new KnownSetting(
                    ORIGINS,
                    "",
                    "further origins whose pages may open a WebSocket and send requests that change something, such as"
                            + " `https://chat.example`; `*` for any"));

    private static final Pattern HOST = Pattern.compile("\\*|[A-Za-z0-9._-]+|\\[?[0-9a-fA-F.]*:[0-9a-fA-F:.]+\\]?");

    /** @throws StartupException naming the first setting that cannot be converted or contradicts another, and where it came from */
    public static ProxySettings of(Settings settings, ServerSettings server) {
        Optional<URI> publicUrl = settings.get(
                PUBLIC_URL,
                "a URL without a path, such as https://chat.example (the path is server.base-path)",
                ProxySettings::url);
        ForwardedFields fields =
                Values.of(settings, FORWARDED, "none", "none, forwarded or x-forwarded", ProxySettings::fields);
        Optional<List<AddressRange>> trusted = settings.get(
                TRUSTED_PROXIES,
                "a list of addresses such as 10.0.0.0/8, 192.168.1.7",
                text -> Values.list(text, AddressRange::parse));
        Optional<List<String>> hosts = settings.get(
                HOSTS,
                "a list of host names without ports, such as chat.example, or *",
                text -> Values.list(text, ProxySettings::host));
        if (trusted.isPresent()
                && fields == ForwardedFields.NONE
                && server.listeners().stream().noneMatch(ProxySettings::namesClient)) {
            throw new StartupException(TRUSTED_PROXIES + " is set, but " + FORWARDED
                    + " is none, so that no proxy is asked. Set " + FORWARDED
                    + " to x-forwarded or forwarded, or remove "
                    + TRUSTED_PROXIES + ".");
        }
        Forwarding forwarding = new Forwarding(
                fields, trusted.orElse(AddressRange.LOOPBACK), publicUrl.orElse(null), server.basePath());
        OriginRule origins = new OriginRule(origins(settings), fields != ForwardedFields.NONE);
        return new ProxySettings(
                forwarding,
                hosts.map(HostRule::only).orElseGet(() -> defaultHosts(server, publicUrl)),
                hosts.filter(names -> !names.contains("*")).orElse(List.of()),
                origins);
    }

    /** Whether a peer names the client of a connection or a request, without header fields. */
    private static boolean namesClient(Listener listener) {
        return listener.proxyProtocol() || listener.protocol() == Listener.Protocol.FASTCGI;
    }

    private static List<String> origins(Settings settings) {
        return settings.get(
                        ORIGINS,
                        "a list of origins such as https://chat.example, or *",
                        text -> Values.list(text, ProxySettings::origin))
                .orElse(List.of());
    }

    private static String origin(String text) {
        if (!OriginRule.isOrigin(text)) {
            throw new IllegalArgumentException("not an origin");
        }
        return text;
    }

    /** In dev mode only a page of this machine may use the application: it shows more than in production, and guards less. */
    private static HostRule defaultHosts(ServerSettings server, Optional<URI> publicUrl) {
        if (server.mode() == ServerSettings.Mode.PRODUCTION) {
            return HostRule.any();
        }
        List<String> names = new ArrayList<>();
        for (Listener listener : server.listeners()) {
            if (listener.address() instanceof Listener.Tcp tcp) {
                names.add(tcp.host());
            }
        }
        publicUrl.ifPresent(url -> names.add(url.getRawAuthority()));
        return HostRule.loopbackAnd(names);
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            boolean bare = url.getRawPath() != null
                    && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && url.getRawUserInfo() == null;
            if (web && bare && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
        throw new IllegalArgumentException("not a base URL");
    }

    private static ForwardedFields fields(String text) {
        return switch (text) {
            case "none" -> ForwardedFields.NONE;
            case "forwarded" -> ForwardedFields.FORWARDED;
            case "x-forwarded" -> ForwardedFields.X_FORWARDED;
            default -> throw new IllegalArgumentException("no such fields");
        };
    }

    private static String host(String text) {
        if (!HOST.matcher(text).matches()) {
            throw new IllegalArgumentException("not a host name");
        }
        return text;
    }
}
