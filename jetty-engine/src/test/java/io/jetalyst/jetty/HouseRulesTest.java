package io.jetalyst.jetty;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jetalyst.engine.Engine;
import org.junit.jupiter.api.Test;

/** The rules of the house, as far as this module could break them. */
class HouseRulesTest {
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.jetalyst.jetty");

    @Test
    void theEngineKnowsTheRuntimesFrontDoorsAndJettysCoreOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.jetalyst.jetty..",
                        "io.jetalyst.engine",
                        "io.jetalyst.http",
                        "io.jetalyst.socket",
                        "org.eclipse.jetty..",
                        "org.slf4j",
                        "org.jspecify.annotations",
                        "javax.management..",
                        "javax.net.ssl..")
                .check(ENGINE);
    }

    @Test
    void noServletsAndNoInsidesOfJetty() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "org.eclipse.jetty..internal..", "org.eclipse.jetty.ee..")
                .check(ENGINE);
    }

    @Test
    void onlyTheEngineItselfIsPublic() {
        classes()
                .that()
                .doNotImplement(Engine.class)
                .and()
                .resideInAPackage("io.jetalyst.jetty")
                .should()
                .notBePublic()
                .check(ENGINE);
    }

    @Test
    void fastCgiKnowsNothingOfTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("io.jetalyst.jetty.fcgi")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.jetalyst.jetty", "io.jetalyst.engine..", "io.jetalyst.http..")
                .check(ENGINE);
    }

    @Test
    void noMutableStatics() {
        noFields().that().areStatic().should().notBeFinal().check(ENGINE);
    }
}
