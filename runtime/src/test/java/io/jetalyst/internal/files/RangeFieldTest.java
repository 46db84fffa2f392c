package io.jetalyst.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeFieldTest {
    /** A content of 1000 bytes; an empty cell means that the field is ignored, "none" that no range is in the content. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-0 | 0-0",
                "bytes=0-999 | 0-999",
                "bytes=0-1000 | 0-999",
                "bytes=500- | 500-999",
                "bytes=-1 | 999-999",
                "bytes=-5000 | 0-999",
                "BYTES=0-1 | 0-1",
                "bytes= 0 - 1 | 0-1",
                "bytes=1000- | none",
                "bytes=-0 | none",
                "bytes=1000-,0-1 | 0-1",
                "bytes=99999999999999999999-99999999999999999999 | none",
                "bytes=0-99999999999999999999 | 0-999",
                "bytes=-99999999999999999999 | 0-999",
                "bytes=0-1,500-501 | 0-1,500-501",
                "bytes=500-501,0-1 | 500-501,0-1",
                "bytes=0-100,50-200 | 0-200",
                "bytes=0-100,101-200 | 0-200",
                "bytes=0-100,150-200 | 0-200",
                "bytes=0-100,300-400,90-310 | 0-400",
                "bytes=900-950,0-1,-1 | 900-999,0-1",
                "bytes=0-1,0-1,0-1,0-1,0-1 | 0-1",
                "bytes=0-0,200-200,400-400,600-600,800-800 | 0-0,200-200,400-400,600-600,800-800",
                "bytes=0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0 |",
                "bytes=2-1 |",
                "bytes=a-b |",
                "bytes=- |",
                "bytes= |",
                "bytes=0 |",
                "bytes=0-1, | 0-1",
                "bytes=0-1,,500-501 | 0-1,500-501",
                "bytes= , |",
                "bytes=0--1 |",
                "bytes=+1-2 |",
                "bytes=0-1;2-3 |",
                "bytes=0x1-2 |",
                "bytes=\u0661-\u0662 |",
                "bytes 0-1 |",
                "lines=0-1 |",
                "bytes |",
            })
    void readsRanges(String field, String expected) {
        Optional<String> ranges = RangeField.parse(field, 1000)
                .map(list -> list.isEmpty()
                        ? "none"
                        : list.stream()
                                .map(range -> range.first() + "-" + range.last())
                                .collect(Collectors.joining(",")));

        assertEquals(Optional.ofNullable(expected), ranges);
    }
}
