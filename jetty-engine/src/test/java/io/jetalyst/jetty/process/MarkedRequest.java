package io.jetalyst.jetty.process;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A request with a marker of its own in each part. Every second one has a form with a file, some of them a long one. */
public record MarkedRequest(int number) {
    private boolean isForm() {
        return number % 2 == 0;
    }

    public String path() {
        return (isForm() ? "/form/" : "/echo/") + "path-" + number + "?query=query-" + number;
    }

    /** Names in lower case, and values. */
    public String[] fields() {
        return new String[] {
            "content-type", isForm() ? "multipart/form-data; boundary=boundary-" + number : "text/plain",
            "x-marker", "header-" + number,
            "cookie", "other=1; cookie=cookie-" + number
        };
    }

    private String content() {
        return "body-" + number + "-" + "x".repeat(number % 100 == 0 ? 100_000 : number % 50);
    }

    public byte[] body() {
        if (!isForm()) {
            return content().getBytes(UTF_8);
        }
        String boundary = "--boundary-" + number;
        return (boundary + "\r\nContent-Disposition: form-data; name=\"field\"\r\n\r\nfield-" + number + "\r\n"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + content()
                        + "\r\n" + boundary + "--\r\n")
                .getBytes(UTF_8);
    }

    /** The response, which has these markers and no other. */
    public String expected() {
        return "path-" + number + " query-" + number + " header-" + number + " cookie-" + number + " "
                + (isForm() ? "field-" + number + " " : "") + content();
    }
}
