package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.FormParam;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** The form of the guide. */
public record SignUp(
        @FormParam @NotBlank @Size(max = 40) String name,
        @FormParam @NotBlank @Email String mail,
        @FormParam @Min(18) @Max(120) int age,
        @FormParam Optional<Integer> children,
        @FormParam String password,
        @FormParam boolean news) {
    public SignUp {
        if (name.equals(password)) {
            throw new IllegalArgumentException("the password is the name");
        }
    }
}
