package io.jetalyst.testkit.tests.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stores articles in memory. */
final class Articles {
    private final Map<Long, Article> stored = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    Article add(String title) {
        return put(new Article(ids.incrementAndGet(), title, 1));
    }

    Article rename(Article article, String title) {
        return put(new Article(article.id(), title, article.version() + 1));
    }

    private Article put(Article article) {
        stored.put(article.id(), article);
        return article;
    }

    Optional<Article> find(long id) {
        return Optional.ofNullable(stored.get(id));
    }

    List<Article> all() {
        return List.copyOf(stored.values());
    }
}
