package io.jetalyst.testkit.tests.inherited;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Path;

/** Inherits all of its routes, with the types of a note. */
@Controller
@Path("/notes")
final class NoteController extends CrudController<Note, Long> implements Counted<Integer> {
    @Override
    Long idOf(Note note) {
        return note.id();
    }

    @Override
    Note replace(Long id, Note note) {
        return create(new Note(id, note.text()));
    }

    @Override
    public String count(Integer factor) {
        return Integer.toString(factor * list().size());
    }
}
