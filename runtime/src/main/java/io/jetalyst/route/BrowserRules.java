package io.jetalyst.route;

/**
 * The rules of a route for browsers.
 *
 * @param contentSecurityPolicy the directives that replace those of the application's policy; empty if none do
 */
record BrowserRules(String contentSecurityPolicy) {
    static final BrowserRules NONE = new BrowserRules("");
}
