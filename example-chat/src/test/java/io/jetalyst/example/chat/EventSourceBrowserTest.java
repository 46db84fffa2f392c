package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.Topics;
import io.jetalyst.sse.Events;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import io.jetalyst.testkit.TestApp;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The {@code EventSource} of Chromium reads the events of a topic. */
class EventSourceBrowserTest {
    private final Table table = new Table();

    @RegisterExtension
    final TestApp app = TestApp.of(args -> App.builder().args(args).mount(table).build());

    @Test
    void receivesWhatItMissedWhileTheConnectionWasBroken(RunningApp running) throws Exception {
        try (TcpProxy proxy = new TcpProxy(running.port());
                Browser page = new Browser("page")) {
            page.open(proxy.port(), "/");
            page.run("window.seen = []; window.source = new EventSource('/events');"
                    + "source.onmessage = (event) => seen.push(event.data);");
            page.until("the subscription", each -> table.topic.subscribers() == 1);
            table.publish("one");
            table.publish("two\nlines");
            page.until("both events", each -> seen(each).equals(List.of("one", "two\nlines")));

            proxy.cut();
            page.until(
                    "the broken connection",
                    each -> each.run("return source.readyState").equals(0L));
            table.publish("missed");
            proxy.mend();
            page.until("the missed event", each -> seen(each).contains("missed"));
            table.publish("last");
            page.until("the last event", each -> seen(each).contains("last"));

            assertEquals(List.of("one", "two\nlines", "missed", "last"), seen(page));
        }
    }

    private static List<?> seen(Browser page) {
        return (List<?>) page.run("return seen");
    }

    private static final class Table implements RouteTable, Invoker {
        private Topic<String> topic;

        void publish(String text) throws Exception {
            topic.publish(text).toCompletableFuture().get(20, TimeUnit.SECONDS);
        }

        @Override
        public int format() {
            return FORMAT;
        }

        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.GET, "/", "Test.page"), Route.http(HttpMethod.GET, "/events", "Test.events"));
        }

        @Override
        public Invoker bind(Bindings bindings) {
            topic = bindings.get(Topics.class).topic("news", String.class, TopicOptions.DEFAULT.history(10));
            return this;
        }

        @Override
        public Result call(int route, Context context) {
            return route == 0
                    ? Response.html("<!doctype html><title>Events</title>")
                    : Results.events(context, Results::utf8, Events.of(topic));
        }
    }
}
