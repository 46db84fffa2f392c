package demo;

import jakarta.validation.Constraint;

@Constraint
@interface Even {}
