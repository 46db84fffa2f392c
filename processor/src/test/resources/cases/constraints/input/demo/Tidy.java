package demo;

import jakarta.validation.Constraint;
import java.lang.annotation.*;

@Constraint
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Tidy {}
