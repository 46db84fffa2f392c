package io.jetalyst.testkit.tests.login;

final class Role {
    static final String ADMIN = "admin";
    static final String MEMBER = "member";

    private Role() {}
}
