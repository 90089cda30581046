package io.github.ticketsummarizer.testing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of personal data that a sample ticket contains on purpose. The people do not exist.
 *
 * @param value as it stands in the ticket
 * @param where the first place: {@code subject}, {@code description}, or one of {@code comment}, {@code user}, {@code
 *     custom field}, {@code via}, {@code metadata} with an id behind a blank; {@code via} and {@code metadata} are those
 *     of the comment with that id
 * @param also the other places
 */
public record PlantedValue(String ticketId, Kind kind, String value, String where, List<String> also) {
    public PlantedValue {
        also = List.copyOf(also);
    }

    /** What sort of data it is. */
    public enum Kind {
        @JsonProperty("email")
        EMAIL,
        @JsonProperty("phone")
        PHONE,
        /** The number of a payment card. */
        @JsonProperty("card")
        CARD,
        @JsonProperty("iban")
        IBAN,
        /** An address of either version, or a network. */
        @JsonProperty("ip")
        IP,
        /** A key or another secret. */
        @JsonProperty("token")
        TOKEN,
        @JsonProperty("name")
        NAME
    }

    /** Every place where the ticket has it. */
    public List<String> places() {
        return Stream.concat(Stream.of(where), also.stream()).toList();
    }

    /**
     * Reads a list of them.
     *
     * @throws IOException when the file cannot be read or is no such list
     */
    public static List<PlantedValue> read(Path file, Json json) throws IOException {
        return List.of(json.mapper().readValue(file.toFile(), PlantedValue[].class));
    }
}
