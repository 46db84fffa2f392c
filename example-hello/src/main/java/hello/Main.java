package hello;

import io.jetalyst.App;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        app(args).run();
    }

    static App app(String... args) {
        return App.builder().args(args).build();
    }
}
