package demo;

import io.avaje.validation.ImportValidPojo;
import javax.annotation.processing.Generated;

/**
 * The constraints of what {@link Articles} takes.
 */
@ImportValidPojo({Articles.Article.class, Articles.Author.class, Articles.Circle.class, Articles.Link.class, Articles_Constraints.ArrayArticles.class, Articles_Constraints.ListArticles.class, Articles_Constraints.MapArticles.class, Articles_Constraints.SearchWords.class, Articles_Constraints.SearchText.class, Articles_Constraints.SearchText2.class, Articles_Constraints.WholeTag.class})
@Generated("io.jetalyst.processor.JetalystProcessor")
final class Articles_Constraints {
    private Articles_Constraints() {
    }

    record ArrayArticles(@jakarta.validation.constraints.Size(max = 2) java.lang.String[] value) {}

    record ListArticles(java.util.List<demo.Articles.@jakarta.validation.Valid Article> value) {}

    record MapArticles(java.util.Map<java.lang.String, demo.Articles.@jakarta.validation.Valid Article> value) {}

    record SearchWords(java.util.List<java.lang.@jakarta.validation.constraints.Size(max = 3) String> value) {}

    record SearchText(@jakarta.validation.constraints.Size(min = 2) java.lang.String value) {}

    record SearchText2(@jakarta.validation.constraints.Size(min = 2) java.lang.@demo.Tidy String value) {}

    record WholeTag(@jakarta.validation.constraints.Size(max = 5) java.lang.String value) {}
}
