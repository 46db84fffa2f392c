package io.jetalyst.testkit.tests.readme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README shows is the source of this package, so it compiles and passes. */
class ReadmeTest {
    private static final Path SOURCES = Path.of("src/test/java/io/jetalyst/testkit/tests/readme");

    @ParameterizedTest
    @CsvSource({"HelloController.java,@Controller", "HelloTest.java,class HelloTest"})
    void isTrue(String file, String begin) throws Exception {
        String readme = Files.readString(Path.of("../../README.md"));
        String source = Files.readString(SOURCES.resolve(file));
        String shown = "```java\n" + source.substring(source.indexOf(begin)) + "```\n";
        assertTrue(readme.contains(shown), () -> "README.md does not show this:\n" + shown);
    }
}
