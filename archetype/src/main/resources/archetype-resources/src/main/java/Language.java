package ${package};

/** The language of a greeting. A parameter of this type accepts the names of the constants; any other value is answered with 400. */
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
