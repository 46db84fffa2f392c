package io.jetalyst.route;

import java.util.Optional;

/**
 * The rules of a route for browsers.
 *
 * @param contentSecurityPolicy the directives that replace those of the application's policy; empty if none do
 * @param cors the rule for pages of other origins; empty for that of the application
 */
record BrowserRules(String contentSecurityPolicy, Optional<CorsRule> cors) {
    static final BrowserRules NONE = new BrowserRules("", Optional.empty());
}
