package io.github.ticketsummarizer.zendesk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads lines as bytes and tells where they lie, which no reader of characters can. Blank lines are passed over. */
final class LineScanner {
    private static final int CHUNK_BYTES = 64 * 1024;

    private final InputStream in;
    private final int maxLineBytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long lineOffset;
    private long lineNumber = 1;
    private long lineLength;

    /** @param maxLineBytes of a longer line only the place is kept */
    LineScanner(InputStream in, int maxLineBytes) {
        this.in = in;
        this.maxLineBytes = maxLineBytes;
    }

    void scan(Consumer<Line> lines) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            int start = 0;
            for (int i = 0; i < read; i++) {
                if (chunk[i] == '\n') {
                    append(chunk, start, i - start);
                    endLine(lines);
                    start = i + 1;
                }
            }
            append(chunk, start, read - start);
        }
        endLine(lines);
    }

    private void append(byte[] chunk, int from, int length) {
        lineLength += length;
        if (lineLength <= maxLineBytes) {
            line.write(chunk, from, length);
        }
    }

    private void endLine(Consumer<Line> lines) {
        Line ended = new Line(lineOffset, lineNumber, line.toByteArray(), lineLength > maxLineBytes);
        if (!ended.isBlank()) {
            lines.accept(ended);
        }
        lineOffset += lineLength + 1;
        lineNumber++;
        lineLength = 0;
        line.reset();
    }

    /**
     * One line without its end.
     *
     * @param offset of its first byte in the file
     * @param number counted from 1
     * @param isTooLong the bytes are not all of it
     */
    record Line(long offset, long number, byte[] bytes, boolean isTooLong) {
        private boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !isTooLong;
        }
    }
}
