package io.github.ticketsummarizer.fakes.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Message;
import io.github.ticketsummarizer.fakes.http.FakeRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import okio.ByteString;

/** Reads requests of OTLP over HTTP and gRPC. */
final class OtlpDecoder {
    /** A flag for compression, and the length (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md). */
    private static final int GRPC_PREFIX = 5;

    private final ObjectMapper json = new ObjectMapper();

    /**
     * Reads a request over HTTP, in Protobuf or JSON.
     *
     * @throws IOException when it is no such request
     */
    void readHttp(FakeRequest request, Message.Builder into) throws IOException {
        byte[] body = request.bytes().toByteArray();
        if ("gzip".equals(request.header("content-encoding"))) {
            body = gunzip(body);
        }
        if (isJson(request)) {
            readJson(body, into);
        } else {
            into.mergeFrom(body);
        }
    }

    static boolean isJson(FakeRequest request) {
        String type = request.header("content-type");
        return type != null && type.startsWith("application/json");
    }

    private void readJson(byte[] body, Message.Builder into) throws IOException {
        JsonNode object = json.readTree(body);
        if (object == null || !object.isObject()) {
            throw new IOException("no JSON object");
        }
        try {
            OtlpJson.read(object, into);
        } catch (IllegalArgumentException otherType) {
            throw new IOException(otherType);
        }
    }

    /**
     * Reads the one message of a unary call.
     *
     * @throws IOException when it is none
     */
    void readGrpc(ByteString body, Message.Builder into) throws IOException {
        if (body.size() < GRPC_PREFIX) {
            throw new IOException("a gRPC message has a prefix of five bytes");
        }
        ByteBuffer bytes = body.asByteBuffer();
        boolean compressed = bytes.get() != 0;
        byte[] message = new byte[bytes.getInt()];
        if (message.length != bytes.remaining()) {
            throw new IOException("a unary call has one message");
        }
        bytes.get(message);
        into.mergeFrom(compressed ? gunzip(message) : message);
    }

    private static byte[] gunzip(byte[] bytes) throws IOException {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return unpacked.readAllBytes();
        }
    }
}
