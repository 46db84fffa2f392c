package io.jetalyst.internal.session;

import io.jetalyst.security.TokenAuthenticator;
import java.util.Set;

/**
 * The token that a client sends as its first message.
 *
 * @param roles the roles of which the client has one; empty if it needs none
 */
public record FirstMessage(TokenAuthenticator tokens, Set<String> roles) {}
