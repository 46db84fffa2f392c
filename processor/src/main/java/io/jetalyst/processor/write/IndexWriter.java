package io.jetalyst.processor.write;

import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.model.ControllerModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes the file by which {@link java.util.ServiceLoader} finds the tables: a line for each, with its controller as a comment.
 *
 * <p>A compiler may be given only the classes that changed, so the lines of the last run stay, if their controllers do.
 */
public final class IndexWriter {
    public static final String FILE = "META-INF/services/io.jetalyst.table.RouteTable";

    /** The file by which codecs find the JSON types. */
    public static final String JSON_FILE = "META-INF/services/io.jetalyst.codec.JsonTypes";

    private static final String COMMENT = " # ";

    private IndexWriter() {}

    /**
     * The lines of the last run that stay.
     *
     * @param stillThere whether a controller that is not of this run has its table still
     */
    public static List<String> kept(List<String> earlier, Predicate<String> stillThere) {
        return earlier.stream()
                .filter(line -> line.contains(COMMENT)
                        && stillThere.test(line.substring(line.indexOf(COMMENT) + COMMENT.length())))
                .toList();
    }

    /**
     * The text of the file.
     *
     * @param written the controllers of this run
     * @param kept the lines of the last run that stay
     */
    public static String write(List<Checked<ControllerModel>> written, List<String> kept) {
        Set<String> lines = new TreeSet<>(kept);
        for (Checked<ControllerModel> controller : written) {
            lines.add(controller.value().qualifiedTableName()
                    + COMMENT
                    + controller.value().type().name().qualifiedName());
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /**
     * The text of the file of JSON types.
     *
     * @param written the classes of this run, and their owners
     * @param kept the lines of the last run that stay
     */
    public static String json(Map<String, String> written, List<String> kept) {
        Set<String> lines = new TreeSet<>(kept);
        written.forEach((name, owner) -> lines.add(name + COMMENT + owner));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
