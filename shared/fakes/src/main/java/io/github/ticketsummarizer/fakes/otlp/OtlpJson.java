package io.github.ticketsummarizer.fakes.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * OTLP's own JSON (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding): as Protobuf's JSON, but with trace and
 * span ids in hexadecimal digits and enumerations as numbers.
 */
final class OtlpJson {
    private static final Set<String> HEX_FIELDS = Set.of("traceId", "spanId", "parentSpanId");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private OtlpJson() {}

    /** A message as JSON; fields with a default value are left out. */
    static ObjectNode of(Message message) {
        ObjectNode object = NODES.objectNode();
        message.getAllFields().forEach((field, value) -> object.set(field.getJsonName(), node(field, value)));
        return object;
    }

    private static JsonNode node(FieldDescriptor field, Object value) {
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(element -> array.add(node(field, element)));
            return array;
        }
        return switch (value) {
            case Message message -> of(message);
            case ByteString bytes -> NODES.textNode(text(field, bytes));
            case EnumValueDescriptor constant -> NODES.numberNode(constant.getNumber());
            // Beyond 2^53 a number of JSON loses digits.
            case Long number ->
                NODES.textNode(isUnsigned(field) ? Long.toUnsignedString(number) : Long.toString(number));
            case Integer number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            case Boolean flag -> NODES.booleanNode(flag);
            default -> NODES.textNode(value.toString());
        };
    }

    private static boolean isUnsigned(FieldDescriptor field) {
        return field.getType() == FieldDescriptor.Type.FIXED64 || field.getType() == FieldDescriptor.Type.UINT64;
    }

    private static String text(FieldDescriptor field, ByteString bytes) {
        return HEX_FIELDS.contains(field.getJsonName())
                ? HexFormat.of().formatHex(bytes.toByteArray())
                : Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /**
     * Reads a message from JSON; unknown fields are ignored.
     *
     * @throws IllegalArgumentException when a field has a value of another type
     */
    static void read(JsonNode object, Message.Builder into) {
        for (FieldDescriptor field : into.getDescriptorForType().getFields()) {
            JsonNode value = object.path(field.getJsonName());
            if (value.isMissingNode() || value.isNull()) {
                continue;
            }
            if (field.isRepeated()) {
                value.forEach(element -> into.addRepeatedField(field, value(element, field, into)));
            } else {
                into.setField(field, value(value, field, into));
            }
        }
    }

    private static Object value(JsonNode value, FieldDescriptor field, Message.Builder into) {
        return switch (field.getJavaType()) {
            case MESSAGE -> message(value, into.newBuilderForField(field));
            case BYTE_STRING -> ByteString.copyFrom(bytes(value.asText(), field));
            case ENUM -> field.getEnumType().findValueByNumberCreatingIfUnknown(value.asInt());
            case LONG -> isUnsigned(field) ? Long.parseUnsignedLong(value.asText()) : Long.parseLong(value.asText());
            case INT -> value.asInt();
            case DOUBLE -> value.asDouble();
            case FLOAT -> (float) value.asDouble();
            case BOOLEAN -> value.asBoolean();
            case STRING -> value.asText();
        };
    }

    private static Message message(JsonNode value, Message.Builder builder) {
        if (!value.isObject()) {
            throw new IllegalArgumentException(
                    "no object: " + builder.getDescriptorForType().getName());
        }
        read(value, builder);
        return builder.build();
    }

    private static byte[] bytes(String text, FieldDescriptor field) {
        return HEX_FIELDS.contains(field.getJsonName())
                ? HexFormat.of().parseHex(text)
                : Base64.getDecoder().decode(text);
    }
}
