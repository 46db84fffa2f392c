package lib;

public final class Types {
    enum Kind {
        A
    }

    static final class Store {}

    private Types() {}
}
