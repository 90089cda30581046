package io.github.ticketsummarizer.streams.stage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Milestones as bytes: their number, then of each its name, time, attempt, error type and wait. */
final class MilestoneBytes {
    private static final int FIXED_BYTES = 2 * Long.BYTES + 3 * Integer.BYTES;
    private static final int NONE = -1;

    private MilestoneBytes() {}

    static byte[] write(List<Milestone> milestones) {
        int size = Integer.BYTES;
        for (Milestone milestone : milestones) {
            size += FIXED_BYTES + utf8(milestone.name()).length + utf8(milestone.errorType()).length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(size).putInt(milestones.size());
        for (Milestone milestone : milestones) {
            put(buffer, milestone.name());
            buffer.putLong(milestone.at()).putInt(milestone.attempt());
            put(buffer, milestone.errorType());
            buffer.putLong(milestone.waitMs());
        }
        return buffer.array();
    }

    static List<Milestone> read(ByteBuffer buffer) {
        int count = buffer.getInt();
        List<Milestone> milestones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = String.valueOf(take(buffer));
            milestones.add(new Milestone(name, buffer.getLong(), buffer.getInt(), take(buffer), buffer.getLong()));
        }
        return milestones;
    }

    private static void put(ByteBuffer buffer, @Nullable String text) {
        buffer.putInt(text == null ? NONE : utf8(text).length).put(utf8(text));
    }

    private static @Nullable String take(ByteBuffer buffer) {
        int length = buffer.getInt();
        if (length == NONE) {
            return null;
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
