package ${package};

import java.util.concurrent.atomic.AtomicLong;

/** Makes greetings and counts them. Many threads use the one instance at the same time. */
final class Greetings {
    private final AtomicLong count = new AtomicLong();

    Greeting greet(String name, Language language) {
        return new Greeting(language.hello() + ", " + name + "!", count.incrementAndGet());
    }
}
