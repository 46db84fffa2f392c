package io.jetalyst.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class IndexWriterTest {
    @Test
    void keepsLinesOfRemainingControllers() {
        assertEquals(
                List.of("c.C_Routes # c.C", "a.A_Routes # a.A"),
                IndexWriter.kept(
                        List.of("c.C_Routes # c.C", "b.B_Routes # b.B", "a.A_Routes # a.A", "# a comment", "", "odd"),
                        controller -> controller.endsWith(".A") || controller.endsWith(".C")));
    }

    @Test
    void sortsLines() {
        assertEquals(
                "a.A_Routes # a.A\nc.C_Routes # c.C\n",
                IndexWriter.write(List.of(), List.of("c.C_Routes # c.C", "a.A_Routes # a.A")));
    }
}
