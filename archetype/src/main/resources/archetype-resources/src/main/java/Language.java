package ${package};

/** A language to greet in. A parameter of an enum's type takes the name of a constant, and answers any other with 400. */
enum Language {
    ENGLISH("Hello"),
    FRENCH("Bonjour"),
    GERMAN("Hallo"),
    SPANISH("Hola");

    private final String hello;

    Language(String hello) {
        this.hello = hello;
    }

    String hello() {
        return hello;
    }
}
