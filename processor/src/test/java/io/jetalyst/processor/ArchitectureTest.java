package io.jetalyst.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules 2, 3 and 6 of the architecture, and the order of the stages. */
class ArchitectureTest {
    private static final JavaClasses PROCESSOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.jetalyst.processor");

    private static final DescribedPredicate<JavaClass> COMPILER =
            resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..", "javax.tools..");

    /** The stages that each stage may depend on. */
    private static final Map<String, List<String>> KNOWS = Map.of(
            "decl", List.of(),
            "problem", List.of("decl"),
            "model", List.of("decl"),
            "parse", List.of("decl", "model", "problem"),
            "check", List.of("decl", "model", "problem"),
            "write", List.of("decl", "model", "check"),
            "read", List.of("decl", "problem"));

    @Test
    void dependsOnNoAnnotationOrRuntimeClass() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.jetalyst..").and(not(resideInAPackage("io.jetalyst.processor.."))))
                .check(PROCESSOR);
    }

    @Test
    void onlyEntryAndReaderDependOnTheCompiler() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.jetalyst.processor", "io.jetalyst.processor.read")
                .should()
                .dependOnClassesThat(COMPILER)
                .check(PROCESSOR);
    }

    @Test
    void listsEveryPackage() {
        Set<String> packages = PROCESSOR.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("io.jetalyst.processor"))
                .map(name -> name.substring("io.jetalyst.processor.".length()))
                .collect(Collectors.toSet());
        assertEquals(KNOWS.keySet(), packages);
    }

    @Test
    void stagesDependOnEarlierStagesOnly() {
        KNOWS.forEach((stage, known) -> {
            String[] allowed = Stream.concat(known.stream(), Stream.of(stage))
                    .map(name -> "io.jetalyst.processor." + name)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.jetalyst.processor." + stage)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("io.jetalyst.processor..").and(not(resideInAnyPackage(allowed))))
                    .check(PROCESSOR);
        });
    }

    @Test
    void rulesArePackagePrivate() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Rule")
                .should()
                .bePackagePrivate()
                .check(PROCESSOR);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.jetalyst.processor.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PROCESSOR);
    }

    @Test
    void hasNoMutableStaticsOrThreadLocals() {
        fields().that().areStatic().should().beFinal().check(PROCESSOR);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .check(PROCESSOR);
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.jetalyst.processor")
                .should()
                .notHaveRawType(resideInAPackage("javax.lang.model.."))
                .check(PROCESSOR);
    }
}
