package io.jetalyst.testkit.tests.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows links that the compiler has generated, at an application that clients see below a path. */
class LinksTest {
    @RegisterExtension
    final TestApp app = TestApp.of(
            args -> App.builder()
                    .args(args)
                    .bind(AuditLog.class, new AuditLog())
                    .mount(new OrderController_Routes())
                    .mount(new OrderListController_Routes())
                    .build(),
            "--server.base-path=/shop",
            "--server.forwarded=x-forwarded");

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "a b", "a&b=c", "50%", "ü/€", "a+b", "\"<'>", "a;b?c#d"})
    void bindsTheValuesOfTheLinkAgain(String customer, TestHttp http) {
        String page = http.get(OrderListControllerLinks.list(customer, OrderListController.Sort.PRICE, 2)
                        .toString())
                .expect(200)
                .body();

        String next = page.substring(page.indexOf(", next: ") + 8);
        assertEquals(customer + " PRICE 2", page.substring(0, page.indexOf(", next: ")));
        assertEquals("/shop" + OrderListControllerLinks.list(customer, OrderListController.Sort.PRICE, 3), next);
    }

    @Test
    void leavesOutParametersWithoutValue(TestHttp http) {
        assertEquals("/orders", OrderListControllerLinks.list().toString());
        assertEquals(
                "/orders?page=2", OrderListControllerLinks.list(null, null, 2).toString());
        assertEquals(
                "all NEWEST 2, next: /shop/orders?sort=NEWEST&page=3",
                http.get(OrderListControllerLinks.list(null, null, 2).toString())
                        .expect(200)
                        .body());
    }

    @Test
    void leadsToTheAddressThatTheClientUses(TestHttp http) {
        TestResponse created = http.post(
                        "/orders", "", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "shop.example")
                .expect(303);

        assertEquals("/shop/orders/7", created.header("Location"));
        assertEquals("wss://shop.example/shop/orders/7", created.header("X-Follow"));
    }
}
