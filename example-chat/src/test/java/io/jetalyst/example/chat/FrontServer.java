package io.jetalyst.example.chat;

import io.jetalyst.RunningApp;
import io.jetalyst.counterpart.WebServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The chat behind a web server, with the settings and the configuration that the page of the guide for operators prints. Only names and paths
 * are others, and the mode of the UNIX socket.
 */
record FrontServer(RunningApp chat, WebServer web, String root) implements AutoCloseable {
    /** @param base the base path of the chat, or an empty text */
    static FrontServer start(String kind, String base, Path folder) throws Exception {
        String page = kind + ".md";
        Path socket = folder.resolve("s");
        List<String> settings = new ArrayList<>();
        for (String line : WebServer.block(page, "server.listen = ").split("\n")) {
            settings.add("--" + own(line.replace(" = ", "="), socket));
        }
        if (!base.isEmpty()) {
            settings.add("--"
                    + WebServer.block(page, "server.base-path").split("`")[0].replace(" = ", "="));
        }
        RunningApp chat = ChatApp.app(settings.toArray(String[]::new)).start();
        try {
            WebServer web = web(kind, page, base, folder, socket);
            return new FrontServer(chat, web, web.origin() + base);
        } catch (Exception | AssertionError e) {
            chat.close();
            throw e;
        }
    }

    private static WebServer web(String kind, String page, String base, Path folder, Path socket) throws Exception {
        if (kind.equals("nginx")) {
            String block = WebServer.block(page, "upstream shop");
            String below = base.isEmpty()
                    ? block
                    : block.replace("    location / {\n", WebServer.block(page, "    location /app/ {"));
            return WebServer.nginx(folder, own(below, socket));
        }
        String block = WebServer.block(page, "<VirtualHost");
        String below = base.isEmpty()
                ? block
                : block.replaceFirst(" *ProxyPass .*\n", WebServer.block(page, "    ProxyPass \"/app/\""));
        return WebServer.apache(folder, own(below, socket));
    }

    private static String own(String text, Path socket) {
        return text.replace("/run/shop/shop.sock", socket.toString())
                .replace("?mode=660&group=www-data", "?mode=666")
                .replace("shop.example", "localhost");
    }

    @Override
    public void close() {
        web.close();
        chat.close();
    }
}
