package jakarta.annotation.security;

public @interface RolesAllowed {
    String[] value();
}
