package demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client that keeps cookies, follows redirects, and fills in the forms of the provider. */
final class Browser {
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final Pattern REFRESH = Pattern.compile("http-equiv=\"refresh\" content=\"0;url=([^\"]*)\"");
    private static final int MAX_STEPS = 20;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** Sends one request, and follows no redirect. */
    HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return client.send(request(address).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(URI address, Map<String, String> form) throws IOException, InterruptedException {
        return post(address, form, "");
    }

    /** Sends a form of the page with this address. */
    HttpResponse<String> post(URI address, Map<String, String> form, String page)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (!page.isEmpty()) {
            request.header("Referer", page);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Opens a socket with the cookies of the browser. */
    WebSocket open(URI address, WebSocket.Listener listener) {
        return client.newWebSocketBuilder()
                .buildAsync(address, listener)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    /** The cookies, by their names; the provider has several of one name. */
    Map<String, String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue, (first, other) -> other));
    }

    /** The first cookie whose name begins so, as the field {@code Cookie} has it. */
    String cookie(String prefix) {
        return cookies().entrySet().stream()
                .filter(cookie -> cookie.getKey().startsWith(prefix))
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .findFirst()
                .orElseThrow();
    }

    /** Removes all cookies but that of the application, so that the provider asks for a user again. */
    void forgetProvider() {
        CookieStore store = cookies.getCookieStore();
        List.copyOf(store.getCookies()).stream()
                .filter(cookie -> !cookie.getName().equals("session"))
                .forEach(cookie -> store.remove(null, cookie));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "text/html, */*;q=0.8");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The address that a redirect leads to. */
    static URI location(HttpResponse<?> response) {
        assertTrue(
                response.statusCode() == 303 || response.statusCode() == 302,
                () -> response.uri() + " answers with " + response.statusCode() + ": " + response.body());
        return response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
    }

    /** The address that a page leads to at once. */
    static URI leading(HttpResponse<String> page) {
        Matcher refresh = REFRESH.matcher(page.body());
        assertTrue(refresh.find(), page.body());
        return URI.create(refresh.group(1).replace("&amp;", "&"));
    }

    /** Loads a page, logs in at the provider as this user, and follows redirects up to the first page that is not of the provider. */
    HttpResponse<String> logIn(URI page, String user, URI provider) throws IOException, InterruptedException {
        return follow(get(page), user, provider, address -> false);
    }

    /** As {@link #logIn}, up to a redirect to an address that is not requested any more: the callback. */
    URI logInUntil(URI page, String user, URI provider, Predicate<URI> end) throws IOException, InterruptedException {
        return location(follow(get(page), user, provider, end));
    }

    private HttpResponse<String> follow(HttpResponse<String> first, String user, URI provider, Predicate<URI> end)
            throws IOException, InterruptedException {
        HttpResponse<String> response = first;
        for (int step = 0; step < MAX_STEPS; step++) {
            if (isRedirect(response)) {
                if (end.test(location(response))) {
                    return response;
                }
                response = get(location(response));
            } else if (response.uri().getPort() == provider.getPort() && response.statusCode() == 200) {
                response = submit(response, user);
            } else {
                return response;
            }
        }
        throw new AssertionError("too many redirects, the last one from " + response.uri());
    }

    /** Confirms a logout, and follows redirects of the provider. */
    HttpResponse<String> logOut(HttpResponse<String> question) throws IOException, InterruptedException {
        Map<String, String> fields = hidden(question);
        fields.put("logout", "yes");
        HttpResponse<String> response = post(action(question), fields);
        while (isRedirect(response)
                && location(response).getPort() == question.uri().getPort()) {
            response = get(location(response));
        }
        return response;
    }

    private static boolean isRedirect(HttpResponse<?> response) {
        return response.statusCode() == 302 || response.statusCode() == 303;
    }

    private static URI action(HttpResponse<String> page) {
        Matcher action = ACTION.matcher(page.body());
        assertTrue(action.find(), page.body());
        return page.uri().resolve(action.group(1));
    }

    private static Map<String, String> hidden(HttpResponse<String> page) {
        return HIDDEN.matcher(page.body())
                .results()
                .collect(Collectors.toMap(field -> field.group(1), field -> field.group(2)));
    }

    private HttpResponse<String> submit(HttpResponse<String> page, String user)
            throws IOException, InterruptedException {
        Map<String, String> fields = hidden(page);
        fields.put("login", user);
        fields.put("password", "any");
        return post(action(page), fields);
    }
}
