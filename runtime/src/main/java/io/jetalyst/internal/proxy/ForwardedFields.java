package io.jetalyst.internal.proxy;

/** The header fields that trusted proxies use to describe the request that they received. */
public enum ForwardedFields {
    /** The application ignores all of them. */
    NONE,
    /** {@code Forwarded} (RFC 7239). */
    FORWARDED,
    /** {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}, which has the port unless it is the scheme's. */
    X_FORWARDED
}
