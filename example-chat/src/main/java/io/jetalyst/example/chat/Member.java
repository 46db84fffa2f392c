package io.jetalyst.example.chat;

/** Somebody in a room. Guarded by the room. */
final class Member {
    private final String id;
    private NickName wish;
    private NickName name;
    private int sessions;

    Member(String id, NickName wish, NickName name) {
        this.id = id;
        this.wish = wish;
        this.name = name;
    }

    Person person() {
        return new Person(id, name.text());
    }

    String id() {
        return id;
    }

    boolean wishes(NickName other) {
        return wish.equals(other);
    }

    boolean isCalled(String folded) {
        return name.folded().equals(folded);
    }

    void call(NickName wished, NickName given) {
        wish = wished;
        name = given;
    }

    void sessionBegins() {
        sessions++;
    }

    /** Whether it was the last. */
    boolean sessionEnds() {
        return --sessions == 0;
    }
}
