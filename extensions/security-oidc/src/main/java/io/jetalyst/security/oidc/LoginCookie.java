package io.jetalyst.security.oidc;

import io.jetalyst.http.Cookie;
import io.jetalyst.http.Cookies;
import io.jetalyst.http.Redirect;
import io.jetalyst.http.Request;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The cookies in which a browser keeps the logins that it has begun. The server stores nothing before a login is complete, so requests without
 * cookies cannot fill its memory. A browser has at most {@value #PLACES} of these cookies, for logins in several tabs, so that its next requests
 * are not longer than servers accept. The first character of the state is the number of the cookie.
 *
 * <p>Over HTTPS the name begins with {@code __Host-}: no other host, such as a subdomain, can set the cookie, and with it the login of somebody else.
 */
final class LoginCookie {
    static final int PLACES = 4;
    /** All cookies together have less than 4 KiB with targets of this length; servers accept 8 KiB for all fields of a request. */
    static final int MAX_TARGET = 600;

    private static final String NAME = "oidc-login-";

    private LoginCookie() {}

    /** Begins a login, for the response of which {@link #of} makes the cookie. It takes a random place of the free ones, as several tabs may begin at once. */
    static PendingLogin begin(Request request, String target) {
        int place = ThreadLocalRandom.current().nextInt(PLACES);
        for (int i = 0; i < PLACES && request.cookie(name(request, place)).isPresent(); i++) {
            place = (place + 1) % PLACES;
        }
        boolean isKept = target.length() <= MAX_TARGET && Redirect.isLocal(target);
        return PendingLogin.begin(Integer.toString(place), isKept ? target : "/");
    }

    private static String name(Request request, int place) {
        return (request.scheme().equalsIgnoreCase("https") ? "__Host-" : "") + NAME + place;
    }

    private static Optional<String> name(Request request, String state) {
        int place = state.isEmpty() ? -1 : state.charAt(0) - '0';
        return place >= 0 && place < PLACES ? Optional.of(name(request, place)) : Optional.empty();
    }

    private static String name(Request request, PendingLogin login) {
        return name(request, login.state().getValue()).orElseThrow();
    }

    static Cookie of(Request request, PendingLogin login) {
        return Cookie.of(name(request, login), login.text()).maxAge(PendingLogin.MAX_AGE);
    }

    /** The cookie that removes the one of this login. */
    static Cookie removing(Request request, PendingLogin login) {
        return Cookie.expired(name(request, login));
    }

    /** The login of this state that the browser has begun; empty if it has begun none, or more than 10 minutes ago. */
    static Optional<PendingLogin> find(Request request, String state) {
        Cookies cookies = new Cookies(request.headers());
        return name(request, state).stream()
                .flatMap(name -> cookies.all(name).stream())
                .flatMap(text -> PendingLogin.parse(text).stream())
                .filter(login -> login.has(state) && login.isRecent() && Redirect.isLocal(login.target()))
                .findFirst();
    }
}
