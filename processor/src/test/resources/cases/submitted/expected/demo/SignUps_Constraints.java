package demo;

import io.avaje.validation.ImportValidPojo;
import javax.annotation.processing.Generated;

/**
 * The constraints of what {@link SignUps} takes.
 */
@ImportValidPojo({SignUps.Article.class, SignUps_Constraints.SignUpName.class, SignUps_Constraints.SignUpTags.class, SignUps_Constraints.ListArticles.class})
@Generated("io.jetalyst.processor.JetalystProcessor")
final class SignUps_Constraints {
    private SignUps_Constraints() {
    }

    record SignUpName(@jakarta.validation.constraints.Size(max = 9) java.lang.String value) {}

    record SignUpTags(java.util.List<java.lang.@jakarta.validation.constraints.Size(max = 3) String> value) {}

    record ListArticles(java.util.List<demo.SignUps.@jakarta.validation.Valid Article> value) {}
}
