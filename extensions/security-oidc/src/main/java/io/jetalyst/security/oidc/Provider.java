package io.jetalyst.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.jetalyst.security.keys.BoundedHttp;
import io.jetalyst.security.keys.FetchTimes;
import io.jetalyst.security.keys.Fetched;
import io.jetalyst.security.keys.IssuerKeys;
import io.jetalyst.security.keys.SecureAddress;
import io.jetalyst.security.keys.UnavailableException;
import io.jetalyst.security.keys.WellKnown;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The OpenID Connect provider: its metadata, its keys, and the requests to its endpoints. The library builds and checks all messages. */
final class Provider {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final OidcOptions options;
    private final ClientID client;
    private final ProviderHttp http;
    private final Fetched<OIDCProviderMetadata> metadata;
    private final IDTokenValidator validator;
    private final LogoutTokens logoutTokens;

    /** Begins to fetch the metadata and the keys. */
    Provider(OidcOptions options) {
        this.options = options;
        this.client = new ClientID(options.clientId());
        BoundedHttp bounded = new BoundedHttp(options.timeout());
        this.http = new ProviderHttp(bounded);
        WellKnown wellKnown = new WellKnown(options.issuer(), bounded);
        this.metadata = new Fetched<>(
                "the metadata of the OpenID Connect provider " + options.issuer(),
                () -> wellKnown.fetch().thenApply(Provider::parse),
                FetchTimes.DEFAULT,
                System::nanoTime);
        IssuerKeys keys =
                new IssuerKeys(options.issuer(), Optional.empty(), bounded, FetchTimes.DEFAULT, System::nanoTime);
        this.validator = new IDTokenValidator(
                new Issuer(options.issuer()),
                client,
                new JWSVerificationKeySelector<>(ALGORITHMS, keys.forResponses()),
                null);
        validator.setMaxClockSkew(Math.toIntExact(CLOCK_SKEW.toSeconds()));
        this.logoutTokens = new LogoutTokens(options, new JWSVerificationKeySelector<>(ALGORITHMS, keys), CLOCK_SKEW);
        metadata.refresh();
        keys.refresh();
    }

    OidcOptions options() {
        return options;
    }

    LogoutTokens logoutTokens() {
        return logoutTokens;
    }

    private static OIDCProviderMetadata parse(String json) {
        try {
            OIDCProviderMetadata parsed = OIDCProviderMetadata.parse(json);
            SecureAddress.check(parsed.getAuthorizationEndpointURI());
            SecureAddress.check(parsed.getTokenEndpointURI());
            return parsed;
        } catch (ParseException | NullPointerException e) {
            throw new IllegalArgumentException("the response is no metadata of an OpenID Connect provider", e);
        }
    }

    /** The address to which the browser is sent for this login. */
    URI authenticationRequest(PendingLogin login, URI callback) throws UnavailableException {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope(options.scopes().toArray(String[]::new)), client, callback)
                .endpointURI(metadata.get().getAuthorizationEndpointURI())
                .state(login.state())
                .nonce(login.nonce())
                .codeChallenge(login.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Whether the provider names itself in the response to the browser (RFC 9207). */
    boolean sendsIssuer() throws UnavailableException {
        return metadata.get().supportsAuthorizationResponseIssuerParam();
    }

    /** The tokens for a code. */
    OIDCTokens tokens(AuthorizationCode code, PendingLogin login, URI callback)
            throws LoginException, UnavailableException {
        OIDCProviderMetadata known = metadata.get();
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(code, callback, login.verifier());
        URI endpoint = known.getTokenEndpointURI();
        TokenRequest request = authentication(known)
                .map(secret -> new TokenRequest.Builder(endpoint, secret, grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
                .build();
        try {
            TokenResponse response =
                    OIDCTokenResponseParser.parse(request.toHTTPRequest().send(http));
            if (response instanceof OIDCTokenResponse success) {
                return success.getOIDCTokens();
            }
            throw new LoginException("the token endpoint answers "
                    + response.toErrorResponse().getErrorObject().getCode());
        } catch (IOException e) {
            throw new UnavailableException("the token endpoint: " + e);
        } catch (ParseException e) {
            throw new LoginException("the token endpoint sends no tokens");
        }
    }

    private Optional<ClientAuthentication> authentication(OIDCProviderMetadata known) {
        String text = options.secret();
        if (text == null) {
            return Optional.empty();
        }
        List<ClientAuthenticationMethod> methods = known.getTokenEndpointAuthMethods();
        boolean post = methods != null
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        Secret secret = new Secret(text);
        return Optional.of(post ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret));
    }

    /** Checks the signature and the claims of an ID token (OpenID Connect Core 1.0 §3.1.3.7). */
    IDTokenClaimsSet verify(JWT token, PendingLogin login) throws LoginException, UnavailableException {
        try {
            return validator.validate(token, login.nonce());
        } catch (KeySourceException e) {
            throw new UnavailableException(String.valueOf(e.getMessage()));
        } catch (BadJOSEException | JOSEException | RuntimeException e) {
            throw new LoginException("the ID token is not valid: " + e.getMessage());
        }
    }

    /** The claims of the userinfo endpoint; empty if the options or the provider do not have it. */
    Optional<UserInfo> userInfo(AccessToken token, IDTokenClaimsSet claims)
            throws LoginException, UnavailableException {
        URI endpoint = metadata.get().getUserInfoEndpointURI();
        if (!options.userInfo() || endpoint == null) {
            return Optional.empty();
        }
        try {
            UserInfoResponse response = UserInfoResponse.parse(new UserInfoRequest(SecureAddress.check(endpoint), token)
                    .toHTTPRequest()
                    .send(http));
            UserInfo info =
                    response.indicatesSuccess() ? response.toSuccessResponse().getUserInfo() : null;
            if (info == null || !claims.getSubject().equals(info.getSubject())) {
                throw new LoginException("the userinfo endpoint sends no claims of this user");
            }
            return Optional.of(info);
        } catch (IOException e) {
            throw new UnavailableException("the userinfo endpoint: " + e);
        } catch (ParseException e) {
            throw new LoginException("the userinfo endpoint sends no claims");
        }
    }

    /** The address at which a browser ends its session at the provider (RP-Initiated Logout 1.0); empty if the provider has none. */
    Optional<URI> logoutRequest(Optional<JWT> idToken, URI afterwards) {
        try {
            URI endpoint = metadata.get().getEndSessionEndpointURI();
            return endpoint == null
                    ? Optional.empty()
                    : Optional.of(new LogoutRequest(
                                    SecureAddress.check(endpoint),
                                    idToken.orElse(null),
                                    null,
                                    client,
                                    afterwards,
                                    null,
                                    null)
                            .toURI());
        } catch (UnavailableException | IllegalArgumentException e) {
            return Optional.empty(); // the session of the application has ended all the same
        }
    }
}
