package io.jetalyst.testkit.tests.http;

import io.jetalyst.App;
import java.util.ArrayList;
import java.util.List;

/** The application with the form of the guide. */
final class SignUpSite implements SignUpController.Members {
    private final List<SignUp> members = new ArrayList<>();

    private SignUpSite() {}

    static App app(String... args) {
        return App.builder()
                .args(args)
                .bind(SignUpController.Members.class, new SignUpSite())
                .bind(Templates.class, new Templates())
                .mount(new SignUpController_Routes())
                .build();
    }

    @Override
    public synchronized boolean add(SignUp signUp) {
        boolean isNew = members.stream().noneMatch(member -> member.mail().equals(signUp.mail()));
        if (isNew) {
            members.add(signUp);
        }
        return isNew;
    }

    @Override
    public synchronized List<String> names() {
        return members.stream().map(SignUp::name).toList();
    }
}
