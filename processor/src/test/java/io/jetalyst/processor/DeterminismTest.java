package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** The same sources come to the same bytes and the same words, in whatever order the compiler is given them. */
class DeterminismTest {
    private static final Path CASES = Path.of("src/test/resources/cases");

    @Test
    void writesTheSameBytesInAnyOrderOfSources() {
        List<JavaFileObject> sources = new ArrayList<>();
        for (String name : List.of("chat", "every-kind", "inheritance", "jte", "messages")) {
            sources.addAll(Compilations.sources(CASES.resolve(name).resolve("input")));
        }
        Map<String, String> first = outputs(sources);
        assertEquals(14, first.size(), first.keySet().toString());
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(sources, new Random(seed));
            assertEquals(first, outputs(sources));
        }
    }

    @Test
    void problems() {
        List<JavaFileObject> sources = new ArrayList<>();
        for (String name :
                List.of("constructors", "controller-is-no-class", "same-shape-across-controllers", "message-kinds")) {
            sources.addAll(Compilations.sources(CASES.resolve(name).resolve("input")));
        }
        List<String> first = Compilations.lines(Compilations.compile(sources));
        Collections.reverse(sources);
        assertEquals(first, Compilations.lines(Compilations.compile(sources)));
    }

    private static Map<String, String> outputs(List<JavaFileObject> sources) {
        Compilation compilation = Compilations.compile(sources);
        Map<String, String> outputs = new TreeMap<>();
        compilation.generatedSourceFiles().forEach(file -> outputs.put(file.getName(), Compilations.text(file)));
        for (String service : List.of("io.jetalyst.table.RouteTable", "io.jetalyst.codec.JsonTypes")) {
            compilation
                    .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/services/" + service)
                    .ifPresent(file -> outputs.put(file.getName(), Compilations.text(file)));
        }
        return outputs;
    }
}
