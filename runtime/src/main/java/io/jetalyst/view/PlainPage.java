package io.jetalyst.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The document of the framework's own pages, such as the page for a problem and the form of a login. It loads no other file, because an application may serve no
 * static files, and has no script. It is light or dark as the client prefers, and has the colours of the user if the system forces them.
 *
 * <pre>{@code
 * Response.html(PlainPage.of("en", "Closed", "<p>We are back at noon.</p>"))
 *         .header("Content-Security-Policy", PlainPage.policy(false))
 * }</pre>
 */
public final class PlainPage {
    private static final String STYLE = """
            :root{color-scheme:light dark;--back:#f6f6f8;--card:#fff;--text:#1b1b22;--line:#dcdce4;--edge:#85858f;--link:#1d4ed8;--on:#fff;--bad:#b3261e}
            @media(prefers-color-scheme:dark){:root{--back:#131318;--card:#1d1d24;--text:#ececf2;--line:#3a3a46;--edge:#80808c;--link:#93b4ff;
            --on:#10131c;--bad:#ff8f86}}
            body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--back);color:var(--text);
            font:1.0625rem/1.6 system-ui,sans-serif}
            main{box-sizing:border-box;width:100%;max-width:40rem;padding:2rem;overflow-wrap:anywhere;background:var(--card);
            border:1px solid var(--line);border-radius:1rem}
            main:has(form){max-width:26rem}
            h1{margin:0 0 .5rem;font-size:1.75rem;line-height:1.2;font-weight:600}
            p,ul{margin:.5rem 0}
            a{color:var(--link)}
            pre{overflow:auto;font-size:.8125rem;line-height:1.4}
            form p{margin:1rem 0 0}
            label{display:block;font-weight:600}
            input,button{box-sizing:border-box;width:100%;min-height:3rem;padding:.5rem .875rem;font:inherit;border:1px solid var(--edge);
            border-radius:.625rem}
            input{display:block;margin-top:.25rem;font-weight:400;background:var(--card);color:inherit}
            input[aria-invalid]{border-color:var(--bad)}
            button{margin-top:.5rem;background:var(--link);border-color:transparent;color:var(--on);font-weight:600;cursor:pointer}
            :focus-visible{outline:3px solid var(--link);outline-offset:2px}
            [role=alert]{color:var(--bad)}
            @media(max-width:42rem){body{display:block;background:var(--card)}main{margin:auto;border:0;border-radius:0}}
            @media print{main{border:0}}
            """;

    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; base-uri 'none'; frame-ancestors 'none'; form-action ";

    private PlainPage() {}

    /**
     * Returns the document.
     *
     * @param language the tag of the language (RFC 5646), escaped for HTML
     * @param title the title and first heading, escaped for HTML
     * @param content the elements below the heading, as HTML
     */
    public static String of(String language, String title, String content) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s</main>
                </body>
                </html>
                """.formatted(language, title, STYLE, title, content);
    }

    /**
     * Returns the {@code Content-Security-Policy} of the document (CSP 3): it allows the style sheet of the page and nothing else.
     *
     * @param forms whether the page has a form that is sent to the application itself
     */
    public static String policy(boolean forms) {
        return POLICY + (forms ? "'self'" : "'none'");
    }

    /** The hash by which a policy names a style sheet (CSP 3 §2.3.1). */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each JDK has it
        }
    }
}
