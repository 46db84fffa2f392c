package io.jetalyst.processor.write;

import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.model.ControllerModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Writes the file by which {@link java.util.ServiceLoader} finds the tables: a line for each, with its controller as a comment.
 *
 * <p>A compiler may be given only the classes that changed, so the lines of the last run stay, if their controllers do.
 */
public final class IndexWriter {
    public static final String FILE = "META-INF/services/io.jetalyst.route.RouteTable";

    private static final String COMMENT = " # ";

    private IndexWriter() {}

    /**
     * The text of the file.
     *
     * @param written the controllers of this run
     * @param earlier the lines of the last run
     * @param stillThere whether a controller that is not of this run has its table still
     */
    public static String write(
            List<Checked<ControllerModel>> written, List<String> earlier, Predicate<String> stillThere) {
        Map<String, String> tables = new TreeMap<>();
        for (String line : earlier) {
            int comment = line.indexOf(COMMENT);
            if (comment > 0 && stillThere.test(line.substring(comment + COMMENT.length()))) {
                tables.put(line.substring(0, comment), line.substring(comment + COMMENT.length()));
            }
        }
        for (Checked<ControllerModel> controller : written) {
            tables.put(
                    controller.value().qualifiedTableName(),
                    controller.value().type().name().qualifiedName());
        }
        StringBuilder text = new StringBuilder();
        tables.forEach((table, controller) ->
                text.append(table).append(COMMENT).append(controller).append('\n'));
        return text.toString();
    }
}
