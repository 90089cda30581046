package io.github.ticketsummarizer.aggregator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.CondensedComments;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.model.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one record contributes to a ticket's report, without what no report shows. Its JSON is kept in a store. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "part")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Part.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Part.Synthesized.class, name = "synthesized"),
    @JsonSubTypes.Type(value = Part.Categorized.class, name = "categorized"),
    @JsonSubTypes.Type(value = Part.Diagnosed.class, name = "diagnosed"),
    @JsonSubTypes.Type(value = Part.Failed.class, name = "failed"),
})
sealed interface Part {
    /** The request it belongs to. */
    String requestId();

    /** The request whole; null only on the failure of a record that could not be read. */
    @Nullable
    TicketRequest request();

    /** The stage whose answer this is; null on acceptance, which is no answer. */
    @Nullable
    Stage answers();

    /** The calls to a model that it tells of. */
    default List<ModelCall> calls() {
        return List.of();
    }

    /** The stages that it tells the times of. */
    default List<StageTiming> timings() {
        return List.of();
    }

    /** What a person should look at in it. */
    default List<Warning> warnings() {
        return List.of();
    }

    /** The fetcher took the request in. */
    record Accepted(TicketRequest request, Instant at) implements Part {
        @Override
        public String requestId() {
            return request.requestId();
        }

        @Override
        public @Nullable Stage answers() {
            return null;
        }
    }

    /** The ticket was fetched and synthesized. */
    record Synthesized(
            TicketRequest request,
            TicketHeader ticket,
            Synthesis synthesis,
            List<ModelCall> calls,
            List<StageTiming> timings,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<String> people,

            @Nullable CondensedComments condensedComments,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<Warning> warnings)
            implements Part {
        /** @param people those that the ticket names; null, like the warnings, where an older writer told of none */
        public Synthesized {
            people = people == null ? List.of() : List.copyOf(people);
            warnings = warnings == null ? List.of() : List.copyOf(warnings);
        }

        @Override
        public List<String> people() {
            return Objects.requireNonNullElse(people, List.of());
        }

        @Override
        public List<Warning> warnings() {
            return Objects.requireNonNullElse(warnings, List.of());
        }

        @Override
        public String requestId() {
            return request.requestId();
        }

        @Override
        public Stage answers() {
            return Stage.SYNTHESIS;
        }
    }

    /** The ticket was given to a POD. */
    record Categorized(
            TicketRequest request,
            Categorization categorization,
            int taxonomyVersion,
            List<ModelCall> calls,
            StageTiming timing,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<Warning> warnings)
            implements Part {
        /** @param warnings null where an older writer told of none */
        public Categorized {
            warnings = warnings == null ? List.of() : List.copyOf(warnings);
        }

        @Override
        public List<Warning> warnings() {
            return Objects.requireNonNullElse(warnings, List.of());
        }

        @Override
        public String requestId() {
            return request.requestId();
        }

        @Override
        public Stage answers() {
            return Stage.CATEGORIZATION;
        }

        @Override
        public List<StageTiming> timings() {
            return List.of(timing);
        }
    }

    /** The use of Diagnostics was judged. */
    record Diagnosed(
            TicketRequest request,
            DiagnosticsAnalysis analysis,
            int guideVersion,
            List<ModelCall> calls,
            StageTiming timing,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<Warning> warnings)
            implements Part {
        /** @param warnings null where an older writer told of none */
        public Diagnosed {
            warnings = warnings == null ? List.of() : List.copyOf(warnings);
        }

        @Override
        public List<Warning> warnings() {
            return Objects.requireNonNullElse(warnings, List.of());
        }

        @Override
        public String requestId() {
            return request.requestId();
        }

        @Override
        public Stage answers() {
            return Stage.DIAGNOSTICS;
        }

        @Override
        public List<StageTiming> timings() {
            return List.of(timing);
        }
    }

    /** A stage gave the ticket up. */
    record Failed(
            String requestId,
            @Nullable TicketRequest request,
            @Nullable TicketHeader ticket,
            ReportError error,
            @Nullable List<ModelCall> calls,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<StageTiming> timings)
            implements Part {
        /** @param timings null where an older writer told of none */
        public Failed {
            timings = timings == null ? List.of() : List.copyOf(timings);
        }

        @Override
        public List<StageTiming> timings() {
            return Objects.requireNonNullElse(timings, List.of());
        }

        /** None where an older version kept none. */
        @Override
        public List<ModelCall> calls() {
            return Objects.requireNonNullElse(calls, List.of());
        }

        @Override
        public Stage answers() {
            return error.stage();
        }
    }
}
