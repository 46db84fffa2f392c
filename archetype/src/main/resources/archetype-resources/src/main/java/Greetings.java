package ${package};

import java.util.concurrent.atomic.AtomicLong;

/** Greets and counts. One instance serves all requests, from many threads at once. */
final class Greetings {
    private final AtomicLong count = new AtomicLong();

    Greeting greet(String name, Language language) {
        return new Greeting(language.hello() + ", " + name + "!", count.incrementAndGet());
    }
}
