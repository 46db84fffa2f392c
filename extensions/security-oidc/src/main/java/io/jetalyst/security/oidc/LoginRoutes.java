package io.jetalyst.security.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Cookie;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Redirect;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.security.keys.UnavailableException;
import io.jetalyst.session.AllSessions;
import io.jetalyst.session.Session;
import io.jetalyst.session.SessionKey;
import io.jetalyst.table.Invoker;
import io.jetalyst.view.PageTexts;
import java.net.URI;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The responses of the login's paths. */
final class LoginRoutes implements Invoker {
    /** The claims of the user, as JSON. */
    static final SessionKey<String> USER = SessionKey.of("oidc.user", String.class);
    /** The ID token, by which the provider recognizes the session that a logout ends. */
    private static final SessionKey<String> ID_TOKEN = SessionKey.of("oidc.id-token", String.class);
    /** A longer token would make the address of the logout longer than servers accept. */
    private static final int MAX_HINT = 4096;
    /** The claims that are about the token, not about the user. */
    private static final List<String> PROTOCOL =
            List.of("aud", "exp", "iat", "nonce", "at_hash", "c_hash", "s_hash", "azp", "auth_time");

    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.security");

    private final OidcOptions options;
    private final Provider provider;
    private final OidcLogin login;
    private final BackChannelLogout backChannel;

    LoginRoutes(Provider provider, OidcLogin login, AllSessions sessions) {
        this.options = provider.options();
        this.provider = provider;
        this.login = login;
        this.backChannel = new BackChannelLogout(options, provider.logoutTokens(), sessions);
    }

    @Override
    public Result call(int route, Context context) throws Exception {
        return switch (route) {
            case LoginTable.LOGIN -> login(context);
            case LoginTable.CALLBACK -> callback(context);
            case LoginTable.BACK_CHANNEL_LOGOUT -> backChannel.receive(context);
            default -> logout(context);
        };
    }

    private Response login(Context context) {
        String target = context.request().queryParam("target").orElse("/");
        return login.begin(context, target);
    }

    private Response callback(Context context) {
        Request request = context.request();
        PendingLogin pending = request.queryParam("state")
                .flatMap(state -> LoginCookie.find(request, state))
                .orElseThrow(() -> HttpProblem.badRequest(
                        "This browser has not begun the login, or some time ago. Open the page again."));
        Cookie removed = LoginCookie.removing(request, pending);
        try {
            complete(request, pending, context.session());
        } catch (LoginException e) {
            LOG.info("A login was not completed: {}", e.getMessage());
            throw HttpProblem.of(Status.FORBIDDEN, "The login was not completed. Open the page again.")
                    .addHeader("Set-Cookie", removed.toString());
        } catch (UnavailableException e) {
            LOG.warn("A login was not completed: {}", e.getMessage());
            throw OidcLogin.unavailable().addHeader("Set-Cookie", removed.toString());
        }
        return Redirect.to(Status.SEE_OTHER, pending.target())
                .cookie(removed)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer");
    }

    private void complete(Request request, PendingLogin pending, Session session)
            throws LoginException, UnavailableException {
        URI callback = OidcLogin.address(request, login.callback());
        AuthorizationResponse response = response(request, callback);
        OIDCTokens tokens = provider.tokens(response.toSuccessResponse().getAuthorizationCode(), pending, callback);
        IDTokenClaimsSet claims = provider.verify(tokens.getIDToken(), pending);
        Map<String, Object> user = new HashMap<>();
        Optional<UserInfo> info = provider.userInfo(tokens.getAccessToken(), claims);
        if (info.isPresent()) {
            user.putAll(object(info.get().toJSONString()));
        }
        user.putAll(object(claims.toJSONString()));
        user.keySet().removeAll(PROTOCOL);
        String json = JSONObjectUtils.toJSONString(user);
        if (isOfAnother(session, claims.getSubject().getValue())) {
            session.invalidate(); // its values and its sockets are those of another user
        } else {
            session.renewId();
        }
        session.put(USER, json);
        String hint = tokens.getIDTokenString();
        if (hint.length() <= MAX_HINT) {
            session.put(ID_TOKEN, hint);
        }
        if (hasEnded(json, claims)) {
            session.invalidate();
            throw new LoginException("the provider has ended its session meanwhile");
        }
    }

    private boolean hasEnded(String json, IDTokenClaimsSet claims) {
        return OidcIdentity.of(json, options)
                .filter(user -> backChannel.hasEnded(user, claims.getIssueTime().toInstant()))
                .isPresent();
    }

    private boolean isOfAnother(Session session, String subject) {
        return session.get(USER)
                .filter(claims -> OidcIdentity.of(claims, options)
                        .filter(user -> user.subject().equals(subject))
                        .isEmpty())
                .isPresent();
    }

    private static Map<String, Object> object(String json) throws LoginException {
        try {
            return JSONObjectUtils.parse(json);
        } catch (ParseException e) {
            throw new LoginException("the claims are malformed");
        }
    }

    /** The response of the provider, which the browser carries. A response of another provider is rejected (RFC 9207 §2.4). */
    private AuthorizationResponse response(Request request, URI callback) throws LoginException, UnavailableException {
        AuthorizationResponse response;
        try {
            response = AuthorizationResponse.parse(URI.create(callback + "?" + request.query()));
        } catch (com.nimbusds.oauth2.sdk.ParseException | IllegalArgumentException e) {
            throw new LoginException("the response of the provider is malformed");
        }
        Issuer issuer = response.getIssuer();
        if (issuer == null ? provider.sendsIssuer() : !issuer.equals(new Issuer(options.issuer()))) {
            throw new LoginException("the response is not of the provider " + options.issuer());
        }
        if (!response.indicatesSuccess()) {
            throw new LoginException("the provider refuses it");
        }
        if (response.toSuccessResponse().getAuthorizationCode() == null) {
            throw new LoginException("the response has no code");
        }
        return response;
    }

    /** Ends the session, and leads the browser to the provider. */
    private Response logout(Context context) {
        Session session = context.session();
        Optional<JWT> hint = session.get(ID_TOKEN).flatMap(LoginRoutes::jwt);
        session.invalidate();
        Optional<URI> address =
                provider.logoutRequest(hint, OidcLogin.address(context.request(), options.afterLogout()));
        PageTexts texts = context.pageTexts();
        return address.map(uri -> LeadingPage.to(uri, texts, texts.text("page.logout", "Log out")))
                .orElseGet(() -> Redirect.to(Status.SEE_OTHER, options.afterLogout()))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer");
    }

    private static Optional<JWT> jwt(String text) {
        try {
            return Optional.of(JWTParser.parse(text));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
