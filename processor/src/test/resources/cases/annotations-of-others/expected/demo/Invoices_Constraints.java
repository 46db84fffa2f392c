package demo;

import io.avaje.validation.ImportValidPojo;
import javax.annotation.processing.Generated;

/**
 * The constraints of what {@link Invoices} takes.
 */
@ImportValidPojo({Invoices_Constraints.ListPage.class})
@Generated("io.jetalyst.processor.JetalystProcessor")
final class Invoices_Constraints {
    private Invoices_Constraints() {
    }

    record ListPage(@jakarta.validation.constraints.Min(1L) @demo.Even int value) {}
}
