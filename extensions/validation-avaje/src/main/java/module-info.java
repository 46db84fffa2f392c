/** Validation of {@code jakarta.validation} constraints through avaje-validator, whose adapters are generated while the application compiles. */
module io.jetalyst.validation.avaje {
    requires transitive io.jetalyst.runtime;
    requires transitive io.avaje.validation;
    requires transitive jakarta.validation;
    requires org.slf4j;

    exports io.jetalyst.validation.avaje;

    uses io.avaje.validation.spi.ValidationExtension;

    provides io.jetalyst.validate.Validator with
            io.jetalyst.validation.avaje.AvajeValidator;
}
