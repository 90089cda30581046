package io.github.ticketsummarizer.telemetry.export;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the answer to an export that went well by its status: a message of Protobuf that may say how many spans were
 * rejected all the same (https://opentelemetry.io/docs/specs/otlp/#partial-success).
 */
final class OtlpAnswer {
    /** Some platforms answer in JSON, whatever they are sent. */
    private static final Pattern REJECTED_IN_JSON = Pattern.compile("\"rejected_?[sS]pans\"\\s*:\\s*\"?(\\d{1,18})");

    private static final int WIRE_TYPE = 7;
    private static final int REJECTED_SPANS = 1 << 3;
    private static final int PARTIAL_SUCCESS = (1 << 3) | 2;

    private final byte[] body;

    OtlpAnswer(byte[] body) {
        this.body = body;
    }

    /** Whether it is a page for people: what a proxy shows, or where somebody has to log in. */
    boolean isPage() {
        return text().stripLeading().startsWith("<");
    }

    /** 0 where nothing says that spans were rejected. */
    long rejectedSpans() {
        if (text().stripLeading().startsWith("{")) {
            Matcher rejected = REJECTED_IN_JSON.matcher(text());
            return rejected.find() ? Long.parseLong(rejected.group(1)) : 0;
        }
        try {
            return rejectedSpans(ByteBuffer.wrap(body));
        } catch (BufferUnderflowException | IllegalArgumentException otherFormat) {
            return 0;
        }
    }

    private String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Reads both messages, the answer and the partial success in it: their first fields differ in type. */
    private static long rejectedSpans(ByteBuffer message) {
        while (message.hasRemaining()) {
            long tag = number(message);
            if (tag == REJECTED_SPANS) {
                return number(message);
            }
            int length = length(tag, message);
            if (tag == PARTIAL_SUCCESS) {
                return rejectedSpans(message.slice(message.position(), length));
            }
            message.position(message.position() + length);
        }
        return 0;
    }

    private static int length(long tag, ByteBuffer message) {
        return switch ((int) tag & WIRE_TYPE) {
            case 0 -> {
                number(message);
                yield 0;
            }
            case 1 -> Long.BYTES;
            case 2 -> Math.clamp(number(message), 0, message.remaining());
            case 5 -> Integer.BYTES;
            default -> throw new IllegalArgumentException("not Protobuf");
        };
    }

    /** Seven bits a byte, the lowest first; the eighth says that more follow. */
    private static long number(ByteBuffer message) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = message.get();
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("not Protobuf");
    }
}
