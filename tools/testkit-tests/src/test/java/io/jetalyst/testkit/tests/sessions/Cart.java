package io.jetalyst.testkit.tests.sessions;

import java.util.List;
import java.util.stream.Stream;

record Cart(List<String> articles) {
    static final Cart EMPTY = new Cart(List.of());

    Cart with(String article) {
        return new Cart(Stream.concat(articles.stream(), Stream.of(article)).toList());
    }
}
