package io.jetalyst.testkit.tests.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jetalyst.testkit.tests.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tutorial shows sources of the module {@code example-site}, which the build compiles and tests. */
class SiteGuideTest {
    private static final Page PAGE = Page.of("docs/site.md");
    private static final Pattern FILE =
            Pattern.compile("^<!-- (\\S+\\.(?:jte|js)) -->\n```\\w+\n(.*?)^```\n", Pattern.DOTALL | Pattern.MULTILINE);

    static List<Page.Block> blocks() {
        return PAGE.blocks();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void showsSourcesOfTheExample(Page.Block block) {
        String folder = block.name().endsWith("Test.java") ? "test" : "main";
        block.assertFoundIn("example-site/src/" + folder + "/java/com/acme/app");
    }

    @Test
    void showsTemplatesAndScriptsOfTheExample() throws IOException {
        List<MatchResult> files = FILE.matcher(PAGE.text()).results().toList();
        assertFalse(files.isEmpty());
        for (MatchResult file : files) {
            String folder = file.group(1).endsWith(".jte") ? "jte/" : "resources/static/";
            Path source = Path.of("../../example-site/src/main/" + folder + file.group(1));
            assertEquals(Files.readString(source), file.group(2), file.group(1));
        }
    }
}
