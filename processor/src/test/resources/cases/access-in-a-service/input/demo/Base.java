package demo;

import jakarta.annotation.security.DenyAll;

/** A controller extends it, and its routes are those of the interface. */
class Base {
    @DenyAll
    public String page() {
        return "";
    }
}
