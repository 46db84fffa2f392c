package io.jetalyst.json.jackson;

import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.json.JsonFaults;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.TreeNode;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.type.ResolvedType;
import tools.jackson.core.type.TypeReference;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Parses a body for the deserializers of Jackson. It keeps the place in the body, adds a fault for each {@code null} and each missing member
 * that is required, leaves out discriminators, and supplies the default values of members at the end of their object.
 */
final class TrackingParser extends JsonParserDelegate {
    private final Body body;
    private final boolean original;
    /** The parsers to return to after a default value. */
    private final Deque<JsonParser> interrupted = new ArrayDeque<>();

    private TrackingParser(JsonParser parser, Body body, boolean original) {
        super(parser);
        this.body = body;
        this.original = original;
    }

    /** The parser of a whole body. */
    static TrackingParser of(Body body) {
        return new TrackingParser(body.parser(0), body, true);
    }

    /** Returns the parser itself if it tracks, or one that tracks the tokens that a deserializer has buffered. */
    static TrackingParser of(JsonParser parser, DeserializationContext context) {
        if (parser instanceof TrackingParser tracking) {
            return tracking;
        }
        TrackingParser resumed = new TrackingParser(parser, body(context), false);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.PROPERTY_NAME) {
            resumed.enter(JsonToken.START_OBJECT);
            resumed.level().see(parser.currentName(), resumed.faults());
        } else if (token != null && token.isStructStart()) {
            resumed.enter(token);
        }
        return resumed;
    }

    /** The body that is read in this context. */
    static Body body(DeserializationContext context) {
        return ((TrackingParser) context.getParser()).body;
    }

    Body body() {
        return body;
    }

    JsonFaults faults() {
        return body.faults;
    }

    /** Whether the tokens are those of the bytes of the body. */
    boolean isOriginal() {
        return original && interrupted.isEmpty();
    }

    /** The object or array whose first token is the current one. */
    Level level() {
        return body.levels.element();
    }

    int depth() {
        return body.levels.size();
    }

    /** Copies the object or array that begins here, and skips it. */
    TokenBuffer copyOfValue(DeserializationContext context) {
        TokenBuffer copy = context.bufferAsCopyOfValue(delegate);
        body.levels.pop();
        return copy;
    }

    /** Adds the faults of an object of this shape that has no members. */
    void checkEmpty(JsonShape.Members shape) {
        enter(JsonToken.START_OBJECT);
        level().shape(shape);
        level().end(body.faults);
        body.levels.pop();
    }

    /** Leaves all objects and arrays below this depth, whose tokens nobody reads any more. */
    void forget(int depth) {
        while (depth() > depth) {
            body.levels.pop();
        }
    }

    /** Skips to the end of all objects and arrays below this depth. */
    void leave(int depth) {
        while (depth() > depth && nextToken() != null) {
            skipChildren();
        }
    }

    @Override
    public @Nullable JsonToken nextToken() {
        while (true) {
            @Nullable JsonToken token = advance();
            if (token == null || !token.isStructEnd()) {
                element(token);
            }
            if (token == JsonToken.PROPERTY_NAME && isLeftOut()) {
                continue;
            }
            if (token == JsonToken.VALUE_NULL && !body.levels.isEmpty() && level().isArray()) {
                level().nullElement(body.faults); // left out: some collections throw exceptions if they get null
                continue;
            }
            return token == JsonToken.VALUE_NULL ? nullValue() : token;
        }
    }

    private @Nullable JsonToken advance() {
        @Nullable JsonToken token = delegate.nextToken();
        while (token == null && !interrupted.isEmpty()) {
            delegate = interrupted.pop();
            token = delegate.nextToken();
        }
        if (token == null) {
            return null;
        }
        if (token == JsonToken.END_OBJECT) {
            token = endObject();
        }
        if (token.isStructEnd()) {
            body.levels.pop();
        }
        return token;
    }

    /** Returns the first name of the members that are absent, or the end of the object. */
    private JsonToken endObject() {
        Level level = level();
        if (level.hasEnded()) {
            delegate = interrupted.pop();
            return JsonToken.END_OBJECT;
        }
        @Nullable String absent = level.absent(body.faults);
        if (absent == null) {
            return JsonToken.END_OBJECT;
        }
        interrupted.push(delegate);
        delegate = body.parser(absent);
        delegate.nextToken();
        return delegate.nextToken();
    }

    /** Notes a token that is no end. */
    private void element(@Nullable JsonToken token) {
        if (token == null || body.levels.isEmpty() && !token.isStructStart()) {
            return;
        }
        if (token == JsonToken.PROPERTY_NAME) {
            if (level().hasEnded()) {
                level().at(currentName());
            } else {
                level().see(currentName(), body.faults);
            }
            return;
        }
        if (!body.levels.isEmpty() && level().isArray()) {
            level().nextIndex();
        }
        if (token.isStructStart()) {
            enter(token);
        }
    }

    private void enter(JsonToken token) {
        body.levels.push(new Level(token == JsonToken.START_ARRAY));
    }

    /** Skips the member whose name is the current token if the deserializer does not know it. */
    private boolean isLeftOut() {
        String name = currentName();
        boolean hidden = level().isHidden(name);
        if (!hidden && !level().isUnknown(name)) {
            return false;
        }
        if (!hidden) {
            body.unknownMember();
        }
        delegate.nextToken();
        delegate.skipChildren();
        return true;
    }

    /** Returns the first token of the value that replaces {@code null}. */
    private @Nullable JsonToken nullValue() {
        if (body.levels.isEmpty()) {
            return JsonToken.VALUE_NULL;
        }
        @Nullable String absent = level().nullMember(body.faults);
        if (absent == null) {
            return JsonToken.VALUE_NULL;
        }
        interrupted.push(delegate);
        delegate = body.parser(absent);
        JsonToken token = delegate.nextToken();
        element(token);
        return token;
    }

    @Override
    public JsonParser skipChildren() {
        JsonToken token = delegate.currentToken();
        if (token != null && token.isStructStart()) {
            delegate.skipChildren();
            body.levels.pop();
        }
        return this;
    }

    // ---- what the super class would ask the parser of the bytes

    @Override
    public @Nullable JsonToken nextValue() {
        JsonToken token = nextToken();
        return token == JsonToken.PROPERTY_NAME ? nextToken() : token;
    }

    @Override
    public @Nullable String nextName() {
        return nextToken() == JsonToken.PROPERTY_NAME ? currentName() : null;
    }

    @Override
    public boolean nextName(SerializableString name) {
        return nextToken() == JsonToken.PROPERTY_NAME && name.getValue().equals(currentName());
    }

    @Override
    public int nextNameMatch(PropertyNameMatcher matcher) {
        nextToken();
        return currentNameMatch(matcher);
    }

    @Override
    public int currentNameMatch(PropertyNameMatcher matcher) {
        if (delegate.currentToken() == JsonToken.PROPERTY_NAME) {
            return matcher.matchName(currentName());
        }
        return delegate.currentToken() == JsonToken.END_OBJECT
                ? PropertyNameMatcher.MATCH_END_OBJECT
                : PropertyNameMatcher.MATCH_ODD_TOKEN;
    }

    @Override
    public <T> T readValueAs(Class<T> type) {
        return objectReadContext().readValue(this, type);
    }

    @Override
    public <T> T readValueAs(TypeReference<T> type) {
        return objectReadContext().readValue(this, type);
    }

    @Override
    public <T> T readValueAs(ResolvedType type) {
        return objectReadContext().readValue(this, type);
    }

    @Override
    public <T extends TreeNode> T readValueAsTree() {
        return objectReadContext().readTree(this);
    }
}
