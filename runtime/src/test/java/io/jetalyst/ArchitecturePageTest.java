package io.jetalyst;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the table of packages in the page on the architecture with the packages. */
class ArchitecturePageTest {
    private static final String ROOT = "io.jetalyst";
    private static final Pattern ROW =
            Pattern.compile("^\\| (`(?:io\\.jetalyst|…)[^|]*) \\|[^|]*\\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private static final JavaClasses runtime = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** The names of the types of each package, in the order of the page. */
    private final Map<String, List<String>> listed = new LinkedHashMap<>();

    ArchitecturePageTest() throws IOException {
        String page = Files.readString(Path.of("../docs/architecture.md"));
        ROW.matcher(page).results().forEach(row -> {
            List<String> packages = names(row.group(1));
            packages.forEach(name ->
                    listed.put(name.replace("…", ROOT), packages.size() == 1 ? names(row.group(2)) : List.of()));
        });
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    @Test
    void listsEveryPackage() {
        Set<String> packages = runtime.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(packages, new TreeSet<>(listed.keySet()));
    }

    @Test
    void namesTypesOfThePackages() {
        List<String> missing = new ArrayList<>();
        listed.forEach((name, types) -> types.stream()
                .map(type -> name + "." + type)
                .filter(type -> !runtime.contain(type))
                .forEach(missing::add));

        assertEquals(List.of(), missing);
    }

    @Test
    void listsEachPackageAboveThoseThatItDependsOn() {
        List<String> order = List.copyOf(listed.keySet());
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : runtime) {
            int own = order.indexOf(type.getPackageName());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .filter(used -> order.contains(used) && order.indexOf(used) < own)
                    .forEach(used -> wrong.add(type.getPackageName() + " depends on " + used));
        }

        assertEquals(Set.of(), wrong);
    }
}
