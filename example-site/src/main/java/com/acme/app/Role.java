package com.acme.app;

final class Role {
    static final String ADMIN = "admin";
    static final String MEMBER = "member";

    private Role() {}
}
