package io.jetalyst.processor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.processor.decl.Origin;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {
    @Test
    void codesAreUniqueAndOfOneForm() {
        long different = Arrays.stream(ProblemCode.values())
                .map(ProblemCode::code)
                .filter(code -> code.matches("[A-Z]+-\\d{3}"))
                .distinct()
                .count();
        assertEquals(ProblemCode.values().length, different);
    }

    @Test
    void keepsEachProblemOnceInOrder() {
        Problems problems = new Problems();
        problems.add(ProblemCode.NO_ROUTE, Origin.NOWHERE, "What.", "Fix.");
        assertFalse(problems.hasErrors());
        problems.add(ProblemCode.SAME_SHAPE, Origin.NOWHERE, "What.", "Fix.");
        problems.add(ProblemCode.NO_ROUTE, Origin.NOWHERE, "What.", "Fix.");
        assertTrue(problems.hasErrors());
        assertEquals(2, problems.all().size());
        assertEquals("[CONTROLLER-008] What. Fix.", problems.all().get(0).text());
    }
}
