package lombok;

/** As that of Lombok, which adds a constructor when it runs. */
public @interface RequiredArgsConstructor {}
