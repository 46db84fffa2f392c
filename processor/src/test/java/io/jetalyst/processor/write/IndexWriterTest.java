package io.jetalyst.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class IndexWriterTest {
    @Test
    void keeps_the_lines_of_controllers_that_are_still_there() {
        assertEquals(
                List.of("c.C_Routes # c.C", "a.A_Routes # a.A"),
                IndexWriter.kept(
                        List.of("c.C_Routes # c.C", "b.B_Routes # b.B", "a.A_Routes # a.A", "# a comment", "", "odd"),
                        controller -> controller.endsWith(".A") || controller.endsWith(".C")));
    }

    @Test
    void sorts_the_lines() {
        assertEquals(
                "a.A_Routes # a.A\nc.C_Routes # c.C\n",
                IndexWriter.write(List.of(), List.of("c.C_Routes # c.C", "a.A_Routes # a.A")));
    }
}
