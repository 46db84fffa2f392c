package hello;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hello.GreetingController.Greeting;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GreetingTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(Main::app);

    @Test
    void sendsJson(TestHttp http) {
        assertEquals(
                "{\"text\":\"Hello, Ada!\",\"length\":11}",
                http.get("/greetings/Ada").expect(200).body());
        assertEquals(
                new Greeting("Hi, Ada!", 8),
                http.get("/greetings/Ada?word=Hi").expect(200).json(Greeting.class));
    }
}
