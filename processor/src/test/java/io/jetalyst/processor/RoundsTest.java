package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Controllers that need types which other processors write. */
class RoundsTest {
    @TempDir
    Path root;

    private Workspace.Outcome compile(Workspace workspace, int round) throws IOException {
        workspace.write("demo/Rooms.java", GeneratingProcessor.CONTROLLER);
        return workspace.compile(
                List.of(new JetalystProcessor(), new IndexProcessor(), new GeneratingProcessor(round)),
                List.of("demo/Rooms.java"),
                "-Xlint:all,-processing",
                "-Werror");
    }

    @Test
    void waitsOneRoundAndTwo() throws IOException {
        for (int round : List.of(1, 2)) {
            Workspace workspace = new Workspace(root.resolve("round" + round));
            assertEquals(List.of(), compile(workspace, round).lines());
            assertEquals(List.of("demo.Rooms_Routes # demo.Rooms"), workspace.index());
            assertTrue(workspace.generated("demo/Rooms_Routes.java").contains("\"/rooms/{room}\""));
        }
    }

    @Test
    void leavesMissingTypeToTheCompiler() throws IOException {
        Workspace.Outcome outcome = compile(new Workspace(root), 0);
        assertFalse(outcome.success());
        assertTrue(
                outcome.lines().stream().allMatch(line -> line.contains("cannot find symbol")),
                outcome.lines().toString());
    }

    @Test
    void failsIfTypeIsWrittenInTheLastRound() throws IOException {
        Workspace workspace = new Workspace(root);
        Workspace.Outcome outcome = compile(workspace, GeneratingProcessor.LAST);
        assertFalse(outcome.success());
        assertEquals(List.of(), workspace.index());
    }
}
