/** Verifies bearer tokens that are JWTs (RFC 6750, RFC 7519, RFC 9068), with the keys that their issuer publishes. */
@NullMarked
package io.jetalyst.security.jwt;

import org.jspecify.annotations.NullMarked;
