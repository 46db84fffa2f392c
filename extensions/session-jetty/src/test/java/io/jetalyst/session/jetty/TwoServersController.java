package io.jetalyst.session.jetty;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Post;
import io.jetalyst.http.Request;
import io.jetalyst.session.Session;
import io.jetalyst.session.SessionKey;
import java.net.URI;

/** Methods during which another server, with the same store, answers a request of the same browser. */
@Controller
final class TwoServersController {
    /** Another server, which shares the store, receives a request of the same browser while this method runs. */
    @Post("/meanwhile/{name}")
    void meanwhile(String name, @FormParam String server, @FormParam String path, Request request, Session session) {
        session.exists();
        new Browser(request.header("Cookie").orElseThrow()).post(URI.create(server), path, "text", "theirs");
        if (name.equals("renew")) {
            session.renewId();
        } else {
            session.put(SessionKey.of(name, String.class), "ours");
        }
    }

    /** Another server receives a request of the same browser while this method runs, and this server a further one afterwards: returns its response. */
    @Post("/afterwards")
    String afterwards(
            @FormParam String server,
            @FormParam String path,
            @FormParam String read,
            Request request,
            Session session) {
        session.exists();
        Browser browser = new Browser(request.header("Cookie").orElseThrow());
        browser.post(URI.create(server), path, "text", "theirs");
        return new Browser(request.header("Cookie").orElseThrow())
                .get(URI.create("http://" + request.authority()), read);
    }
}
