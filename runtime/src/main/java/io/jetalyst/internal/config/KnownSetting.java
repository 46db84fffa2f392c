package io.jetalyst.internal.config;

/**
 * A setting of the framework, as the documentation lists it.
 *
 * @param defaultValue as an operator would write it; empty if the setting has none
 * @param meaning what the setting changes, in Markdown
 */
record KnownSetting(String key, String defaultValue, String meaning) {}
