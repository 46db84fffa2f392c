package io.jetalyst.session.jetty;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;

/** Starts the application, creates a session, and prints the status of the response. */
final class OnceMain {
    private OnceMain() {}

    public static void main(String[] args) throws Exception {
        try (RunningApp app = App.builder().args(args).build().start()) {
            HttpURLConnection request =
                    (HttpURLConnection) app.uri().resolve("/sign-in").toURL().openConnection();
            request.setDoOutput(true);
            request.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
            try (OutputStream form = request.getOutputStream()) {
                form.write("user=ada".getBytes(StandardCharsets.UTF_8));
            }
            System.out.println("status " + request.getResponseCode());
        }
    }
}
