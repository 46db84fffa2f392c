package io.jetalyst.testkit.tests.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.tests.Chromium;
import io.jetalyst.testkit.tests.OneBrowser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Fills the form of the guide in Chromium. */
class SignUpBrowserTest extends OneBrowser {
    /** Sends a valid form in each way that a page has. */
    private static final String ATTACKS = """
            const [target, done] = arguments;
            const type = 'application/x-www-form-urlencoded';
            const body = 'name=Eve&mail=eve%40evil.example&age=30&password=x';
            const post = options => fetch(target, {method: 'POST', mode: 'no-cors', credentials: 'include', body,
                    headers: {'Content-Type': type}, ...options}).catch(failure => failure);
            const data = new FormData();
            new URLSearchParams(body).forEach((text, name) => data.append(name, text));
            const fields = [...new URLSearchParams(body)].map(([name, text]) => `<input name="${name}" value="${text}">`);
            const form = `<form method="post" action="${target}">${fields.join('')}</form><script>onload = () => setTimeout(() => document.forms[0].submit())</script>`;
            const frame = attributes => new Promise(loaded => {
                const frame = document.createElement('iframe');
                let loads = 0;
                frame.onload = () => ++loads == 2 && loaded();
                Object.entries(attributes).forEach(([name, text]) => frame.setAttribute(name, text));
                document.body.append(frame);
            });
            Promise.all([
                post({}), post({keepalive: true}), post({referrerPolicy: 'no-referrer'}), post({mode: 'cors'}),
                post({method: 'PUT', mode: 'cors'}), post({headers: {}, body: data}), post({headers: {}, body: new Blob([body], {type})}),
                frame({srcdoc: form}), frame({srcdoc: form, sandbox: 'allow-scripts allow-forms'}),
            ]).then(() => {
                navigator.sendBeacon(target, new Blob([body], {type}));
                return post({});
            }).then(() => done('sent'));
            """;

    @RegisterExtension
    final TestApp app = TestApp.of(SignUpSite::app);

    private WebElement find(String selector) {
        return new WebDriverWait(browser.driver, Chromium.PATIENCE)
                .until(page -> page.findElement(By.cssSelector(selector)));
    }

    private void enter(String field, String text) {
        find("#" + field).clear();
        find("#" + field).sendKeys(text);
    }

    @Test
    void showsErrorsThenTheMessageOnce(RunningApp running) {
        browser.driver.get("http://127.0.0.1:" + running.port() + "/members/sign-up");
        enter("name", "<i>Ada</i> \"L\"");
        enter("mail", "ada");
        enter("age", "36");
        enter("password", "secret");
        find("#news").click();
        browser.leavePage(find("button")::click);

        assertEquals(
                "E-mail address: must be a well-formed email address",
                find(".form-errors li").getText());
        WebElement mail = find("#mail[aria-invalid=true]");
        assertEquals("mail-hint mail-error", mail.getDomAttribute("aria-describedby"));
        assertEquals("ada", mail.getDomProperty("value"));
        assertEquals("Must be a well-formed email address.", find("#mail-error").getText());
        assertEquals("<i>Ada</i> \"L\"", find("#name").getDomProperty("value"));
        assertEquals("", find("#password").getDomProperty("value"));
        assertTrue(find("#news").isSelected());
        find(".form-errors a").click();
        assertEquals("mail", browser.driver.switchTo().activeElement().getDomAttribute("id"));

        enter("mail", "ada@example.org");
        enter("password", "secret");
        browser.leavePage(find("button")::click);
        assertEquals("Welcome, <i>Ada</i> \"L\".", find("[role=status]").getText());
        assertTrue(String.valueOf(browser.driver.getCurrentUrl()).endsWith("/members"));
        assertEquals("", browser.driver.executeScript("return document.cookie"));

        browser.driver.navigate().refresh();
        assertEquals("<i>Ada</i> \"L\"", find("li").getText());
        assertFalse(String.valueOf(browser.driver.getPageSource()).contains("Welcome"));
        browser.driver.navigate().back();
        browser.driver.navigate().forward();
        assertEquals("<i>Ada</i> \"L\"", find("li").getText());
        assertFalse(String.valueOf(browser.driver.getPageSource()).contains("Welcome"));
    }

    @Test
    void refusesFormOfAnotherOrigin(RunningApp running) {
        String target = "http://127.0.0.1:" + running.port() + "/members/strict";
        try (RunningApp other = App.builder()
                .args("--host=127.0.0.1", "--port=0")
                .mount(new ForeignFormController_Routes())
                .build()
                .start()) {
            for (String host : List.of("127.0.0.1", "localhost")) {
                browser.driver.get("http://" + host + ":" + other.port() + "/form?target=" + target);
                browser.leavePage(find("button")::click);
                assertEquals("403 Forbidden", find("h1").getText(), host);
            }
        }
    }

    @Test
    void changesNothingForPagesOfOtherOrigins(RunningApp running) {
        String members = "http://127.0.0.1:" + running.port() + "/members";
        try (RunningApp other = App.builder()
                .args("--host=127.0.0.1", "--port=0")
                .mount(new ForeignFormController_Routes())
                .build()
                .start()) {
            for (String host : List.of("127.0.0.1", "localhost")) {
                browser.driver.get("http://" + host + ":" + other.port() + "/open");
                assertEquals("sent", browser.driver.executeAsyncScript(ATTACKS, members + "/sign-up"), host);
                browser.driver.get(members);
                assertFalse(String.valueOf(browser.driver.getPageSource()).contains("Eve"), host);
            }
        }
    }
}
