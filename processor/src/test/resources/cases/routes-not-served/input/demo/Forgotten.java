package demo;

/** Classes that inherit routes and are no controllers. */
class Forgotten extends Crud {
    record OfAnInterface() implements Api {}

    abstract static class Between extends Crud {}

    static class Below extends Between {
        @Override
        String list() {
            return "below";
        }
    }
}
