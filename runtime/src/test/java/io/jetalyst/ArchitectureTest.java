package io.jetalyst;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the rules of the house inside this module. */
class ArchitectureTest {
    private static final JavaClasses runtime = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.jetalyst");

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(runtime);
    }

    /** One room for each concern: cycles of classes cannot hide inside one large package. */
    @Test
    void internalPackagesHaveNoCycles() {
        slices().matching("io.jetalyst.internal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(runtime);
    }

    /** Dependencies between the packages of the sockets point one way. */
    @Test
    void socketPackagesAreLayered() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("socket")
                .definedBy("io.jetalyst.internal.socket")
                .layer("handshake")
                .definedBy("io.jetalyst.internal.handshake")
                .layer("session")
                .definedBy("io.jetalyst.internal.session")
                .layer("topic")
                .definedBy("io.jetalyst.internal.topic")
                .layer("inbox")
                .definedBy("io.jetalyst.internal.inbox")
                .layer("outbox")
                .definedBy("io.jetalyst.internal.outbox")
                .layer("protocol")
                .definedBy("io.jetalyst.internal.protocol")
                .layer("limit")
                .definedBy("io.jetalyst.internal.limit")
                .whereLayer("socket")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("handshake")
                .mayOnlyBeAccessedByLayers("socket")
                .whereLayer("session")
                .mayOnlyBeAccessedByLayers("handshake", "socket")
                .whereLayer("topic")
                .mayOnlyBeAccessedByLayers("session", "socket")
                .whereLayer("inbox")
                .mayOnlyBeAccessedByLayers("session", "handshake")
                .whereLayer("outbox")
                .mayOnlyBeAccessedByLayers("topic", "session", "socket")
                .whereLayer("protocol")
                .mayNotAccessAnyLayer()
                .whereLayer("limit")
                .mayNotAccessAnyLayer()
                .check(runtime);
    }

    /** Methods are named by verbs of the RFCs and of the JDK, not by metaphors. */
    @Test
    void methodNamesAreNoMetaphors() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("io.jetalyst..")
                .should()
                .haveNameMatching("(tell|told|hear|heard|greet|lose|lost|beat|rest|stand|shelve|giveUp|giveBack|lend"
                        + "|goodbye|comes|goes|begs|owe|answering)([A-Z].*)?")
                .because(
                        "readers search for the terms of the RFCs, the JDK and Jetty: notify, receive, send, close, release")
                .check(runtime);
    }

    /** The API does not lean on how it is carried out; only the application itself puts both together. */
    @Test
    void onlyTheRootUsesInternalPackages() {
        noClasses()
                .that(not(resideInAnyPackage("io.jetalyst", "io.jetalyst.internal..")))
                .should()
                .dependOnClassesThat(resideInAPackage("io.jetalyst.internal.."))
                .check(runtime);
    }

    /** Servers, JSON and templates are behind interfaces, so there is nothing else to name. */
    @Test
    void namesNoLibraryButItsLoggingFacade() {
        Set<String> own = runtime.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        String[] known = {
            "java..",
            "javax.net.ssl..",
            "javax.crypto..",
            "javax.security.auth.x500..",
            "org.slf4j..",
            "org.jspecify.annotations.."
        };
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(known).or(resideInAnyPackage(own.toArray(String[]::new))))
                .check(runtime);
    }

    @Test
    void usesNoThreadLocals() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .check(runtime);
    }

    @Test
    void staticsNeverChange() {
        fields().that().areStatic().should().beFinal().andShould(HOLD_NO_STATE).check(runtime);
    }

    /** The module exports all packages except the internal ones. */
    @Test
    void exportsAllButTheInternalPackages() throws URISyntaxException {
        Set<String> expected = runtime.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.startsWith("io.jetalyst.internal"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> exported = descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, exported);
    }

    /** The test-jar contains the contracts only, so an extension that uses one has no other class of the tests. */
    @Test
    void contractsDependOnlyOnClassesThatExtensionsHave() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.jetalyst.contract",
                        "io.jetalyst.socket",
                        "java..",
                        "org.junit.jupiter.api..",
                        "org.jspecify.annotations.."))
                .check(new ClassFileImporter().importPackages("io.jetalyst.contract"));
    }

    private static ModuleDescriptor descriptor() throws URISyntaxException {
        Path classes = Path.of(io.jetalyst.http.Request.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return ModuleFinder.of(classes)
                .find("io.jetalyst.runtime")
                .orElseThrow()
                .descriptor();
    }

    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    /** A constant list or map is one that refuses to change; other containers of state are no constants. */
    private static final ArchCondition<JavaField> HOLD_NO_STATE = new ArchCondition<>("hold no state") {
        private static final List<String> REFUSE =
                List.of("java.util.ImmutableCollections$", "java.util.Collections$Unmodifiable");

        @Override
        public void check(JavaField field, ConditionEvents events) {
            JavaClass type = field.getRawType();
            boolean container = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
            boolean state =
                    container ? !refusesToChange(field) : type.getPackageName().startsWith("java.util.concurrent");
            if (state) {
                events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change its contents"));
            }
        }

        private boolean refusesToChange(JavaField field) {
            try {
                Field constant = field.reflect();
                constant.setAccessible(true);
                String value = constant.get(null).getClass().getName();
                return REFUSE.stream().anyMatch(value::startsWith);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    };
}
