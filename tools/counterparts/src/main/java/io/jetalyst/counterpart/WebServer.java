package io.jetalyst.counterpart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running nginx or Apache with a configuration of the guide for operators. */
public final class WebServer implements AutoCloseable {
    private static final String MODULES = "/usr/lib/apache2/modules/mod_";

    private final Process process;
    private final int port;
    private final Path log;

    private WebServer(Path folder, int port, List<String> command) throws IOException {
        this.port = port;
        this.log = folder.resolve("web.log");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** The block of a page of the guide that begins with this text. */
    public static String block(String page, String begin) throws IOException {
        String text = Files.readString(Path.of("../docs/operations/" + page));
        int start = text.indexOf(begin);
        return text.substring(start, text.indexOf("```", start));
    }

    /** Starts nginx with a block of the guide, on a free port and with the certificate of the tests. */
    public static WebServer nginx(Path folder, String block) throws Exception {
        Path nginx = Counterparts.find("nginx");
        int port = freePort();
        String temporary = "";
        for (String kind : new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
            temporary += kind + "_temp_path " + folder.resolve(kind) + ";\n";
        }
        Path file = Files.writeString(
                folder.resolve("nginx.conf"),
                (isRoot() ? "user root;\n" : "") + "daemon off;\npid " + folder.resolve("pid") + ";\nerror_log "
                        + folder.resolve("error.log") + ";\nevents {}\nhttp {\naccess_log off;\n" + temporary
                        + block.replace(
                                        "listen 443 ssl http2;",
                                        "listen 127.0.0.1:" + port + " ssl http2;\n    ssl_certificate "
                                                + LocalhostCertificate.writeCertificate(folder)
                                                + ";\n    ssl_certificate_key "
                                                + LocalhostCertificate.writeKey(folder) + ";")
                                .replace("server_name shop.example;", "server_name localhost;")
                        + "}\n");
        String start = folder.resolve("start.log").toString();
        return new WebServer(folder, port, List.of(nginx.toString(), "-e", start, "-c", file.toString())).started();
    }

    /** Starts Apache with a block of the guide, on a free port and with the certificate of the tests. */
    public static WebServer apache(Path folder, String block) throws Exception {
        Path apache = Counterparts.find("apache2");
        int port = freePort();
        // The processes that answer are not root, and have to reach the UNIX socket.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        StringBuilder text = new StringBuilder();
        for (String module :
                List.of("mpm_event", "authz_core", "ssl", "http2", "headers", "proxy", "proxy_http", "proxy_fcgi")) {
            text.append("LoadModule ")
                    .append(module)
                    .append("_module ")
                    .append(MODULES)
                    .append(module)
                    .append(".so\n");
        }
        text.append("ServerRoot ").append(folder).append("\nDefaultRuntimeDir ").append(folder);
        text.append("\nPidFile ").append(folder.resolve("pid"));
        text.append("\nErrorLog ").append(folder.resolve("error.log"));
        text.append("\nServerName localhost\nListen 127.0.0.1:").append(port).append('\n');
        text.append(isRoot() ? "User www-data\nGroup www-data\n" : "");
        text.append(block.replace("*:443", "127.0.0.1:" + port)
                .replace("shop.example", "localhost")
                .replace(
                        "/etc/shop/fullchain.pem",
                        LocalhostCertificate.writeCertificate(folder).toString())
                .replace(
                        "/etc/shop/privkey.pem",
                        LocalhostCertificate.writeKey(folder).toString()));
        Path file = Files.writeString(folder.resolve("apache.conf"), text);
        return new WebServer(folder, port, List.of(apache.toString(), "-D", "FOREGROUND", "-f", file.toString()))
                .started();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private WebServer started() throws IOException {
        while (true) {
            try {
                new Socket("127.0.0.1", port).close();
                return this;
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    throw new AssertionError(Files.readString(log), notYet);
                }
            }
        }
    }

    /** The scheme and the authority of its pages. */
    public String origin() {
        return "https://localhost:" + port;
    }

    /** Its port on {@code localhost}. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        assertTrue(process.onExit().orTimeout(20, TimeUnit.SECONDS).join().exitValue() >= 0);
    }
}
