package io.jetalyst.example.chat;

import io.jetalyst.RunningApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** The whole application on a free port, and clients that end with it. */
final class RunningChat implements AutoCloseable {
    private final RunningApp app;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ChatClient> clients = new ArrayList<>();

    RunningChat(Limits limits) {
        app = ChatApp.app(limits, "--port=0").start();
    }

    RunningChat() {
        this(Limits.DEFAULT);
    }

    URI uri() {
        return app.uri();
    }

    int port() {
        return app.port();
    }

    HttpClient http() {
        return http;
    }

    ChatClient connect(String path) {
        ChatClient client = ChatClient.open(http, app.uri(), path);
        clients.add(client);
        return client;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        clients.forEach(ChatClient::abort);
        app.close();
    }
}
