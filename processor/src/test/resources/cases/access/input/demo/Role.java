package demo;

public final class Role {
    public static final String ADMIN = "admin";
    public static final String MEMBER = "member";

    private Role() {}
}
