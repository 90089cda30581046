# One image for all five services, the command and the stand-ins: `service NAME` chooses.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /source
COPY . .
# What the version command tells; a build outside of git cannot find it out.
ARG COMMIT=unknown
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q -P image -pl cli -am package \
      -Dmaven.test.skip=true -Dspotless.check.skip=true -Dgit.commit.id.describe="$COMMIT"
# Our own jars lie apart, so that a change of the code moves no layer but theirs.
RUN mkdir -p /own/lib && mv cli/target/app/ticket-summarizer.jar /own/ \
 && version=$(basename local/target/local-*.jar .jar) && mv cli/target/app/lib/*-"${version#local-}".jar /own/lib/

FROM eclipse-temurin:25-jre
ARG VERSION=unknown
ARG COMMIT=unknown
LABEL org.opencontainers.image.title="ticket-summarizer" \
      org.opencontainers.image.description="Reads Zendesk tickets whole and explains them" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$COMMIT"
RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin ticket-summarizer \
 && install -d -o ticket-summarizer -g ticket-summarizer /var/lib/ticket-summarizer
COPY --from=build /source/cli/target/agent /app/agent
COPY --from=build /source/cli/target/app/lib /app/lib
COPY samples /app/samples
COPY --from=build /own /app
# The agent's extension sends traces to the platforms that the settings name.
RUN ln -s /app/lib/telemetry-*.jar /app/agent/extension.jar
COPY --chmod=444 deployment/jvm.options /app/
# Runs the demo once, so that a start finds the classes it needs loaded and linked. An agent cannot use this.
WORKDIR /tmp
RUN XDG_STATE_HOME=/tmp/state java @/app/jvm.options -XX:AOTCacheOutput=/app/ticket-summarizer.aot \
      -cp /app/ticket-summarizer.jar io.github.ticketsummarizer.cli.Main demo --output /tmp/output > /tmp/demo.log 2>&1 \
      || { cat /tmp/demo.log; exit 1; }; \
    rm -rf /tmp/* && test -s /app/ticket-summarizer.aot

# State is a cache of what Kafka keeps, and may be lost. Everything else is read-only but /tmp, for native libraries.
ENV XDG_STATE_HOME=/var/lib/ticket-summarizer HTTP_PORT=8080
VOLUME /var/lib/ticket-summarizer
WORKDIR /var/lib/ticket-summarizer
USER 10001:10001
EXPOSE 8080
# The image has no curl; bash speaks enough HTTP. Commands that are no service switch this off.
HEALTHCHECK --interval=5s --timeout=10s --start-period=180s --start-interval=2s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/localhost/$HTTP_PORT && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
# No shell in between: SIGTERM reaches the JVM.
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:AOTCache=/app/ticket-summarizer.aot", "-cp", "/app/ticket-summarizer.jar", "io.github.ticketsummarizer.cli.Main"]
CMD ["--help"]
