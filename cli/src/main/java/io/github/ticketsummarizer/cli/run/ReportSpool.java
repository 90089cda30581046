package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.TicketReport;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reports of a run in a file, one JSON object a line, in the order in which they came. In memory is only where each
 * of them lies.
 */
final class ReportSpool implements Closeable {
    private final FileChannel file;
    private final Json json;
    private final Map<String, Place> placesByRequest = new HashMap<>();
    private long end;

    private record Place(long offset, int length) {}

    /** Is shown the reports that are there when a spool is opened. */
    @FunctionalInterface
    interface Visitor {
        void visit(TicketReport report);
    }

    private ReportSpool(FileChannel file, Json json) {
        this.file = file;
        this.json = json;
    }

    /**
     * Opens or makes a spool. A last line that a kill cut short is dropped, and with it anything behind a line that
     * cannot be read: those reports are still on their topic.
     */
    static ReportSpool open(Path path, Json json, Visitor visitor) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ReportSpool spool = new ReportSpool(file, json);
        spool.scan(visitor);
        return spool;
    }

    /** Keeps a report; false when one of the same request is there already. */
    boolean add(TicketReport report) throws IOException {
        String requestId = report.request().requestId();
        if (placesByRequest.containsKey(requestId)) {
            return false;
        }
        byte[] line = json.write(report);
        ByteBuffer buffer =
                ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        while (buffer.hasRemaining()) {
            file.write(buffer, end + buffer.position());
        }
        note(requestId, line.length);
        return true;
    }

    boolean contains(String requestId) {
        return placesByRequest.containsKey(requestId);
    }

    int size() {
        return placesByRequest.size();
    }

    /** Reads a report; null when it is not there. */
    @Nullable
    TicketReport read(String requestId) throws IOException {
        Place place = placesByRequest.get(requestId);
        if (place == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.allocate(place.length());
        while (buffer.hasRemaining()) {
            if (file.read(buffer, place.offset() + buffer.position()) < 0) {
                throw new EOFException("the reports of the run were cut while it was read");
            }
        }
        return json.mapper().readValue(buffer.array(), TicketReport.class);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void scan(Visitor visitor) throws IOException {
        // The stream is not closed, since that would close the file.
        InputStream in = new BufferedInputStream(Channels.newInputStream(file.position(0)), 1 << 16);
        byte[] line = readLine(in);
        while (line != null) {
            TicketReport report = parse(line);
            if (report == null) {
                break;
            }
            note(report.request().requestId(), line.length);
            visitor.visit(report);
            line = readLine(in);
        }
        file.truncate(end);
    }

    private void note(String requestId, int length) {
        placesByRequest.put(requestId, new Place(end, length));
        end += length + 1;
    }

    private @Nullable TicketReport parse(byte[] line) {
        try {
            return json.mapper().readValue(line, TicketReport.class);
        } catch (IOException damaged) {
            return null;
        }
    }

    /** The next whole line without its end; null when there is none. */
    private static byte @Nullable [] readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        return next < 0 ? null : line.toByteArray();
    }
}
