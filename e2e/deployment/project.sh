# shellcheck shell=bash
# Sourced by compose and traces, after common.sh: a project of Compose, of its own, from a fresh clone.

export COMPOSE_PROJECT_NAME=ticket-summarizer-e2e TICKET_SUMMARIZER_VERSION=e2e
export KAFKA_PORT=${KAFKA_PORT:-19092} PHOENIX_PORT=${PHOENIX_PORT:-16006} PROMETHEUS_PORT=${PROMETHEUS_PORT:-19090}
profiles=(--profile fakes)
work=$(mktemp -d)

clone() {
  git clone --quiet "$root" "$work/clone"
  trap end EXIT
}

end() {
  local code=$?
  [ $code = 0 ] || compose logs --no-color --tail 40 >&2 || true
  compose --profile '*' down --volumes --timeout 10 > /dev/null 2>&1 || true
  rm -rf "$work"
}

compose() {
  docker compose --file "$work/clone/docker-compose.yml" --file "$root/e2e/deployment/stand-ins.yml" "${profiles[@]}" "$@"
}

# A busy machine may let a service give up on Kafka while all start at once. It starts again by itself, but is not waited for.
up() { compose up --build --detach --wait --quiet-pull || compose up --detach --wait --no-recreate; }

# Our command, in a container beside the services.
ours() { compose run --rm --no-TTY --no-deps --quiet-pull --env JDK_JAVA_OPTIONS= --env TELEMETRY_PLATFORMS=none aggregator "$@"; }

# Ends a service as a crash does, which no command of Docker's does: after those it would not start again by itself.
crash() {
  local process
  process=$(docker inspect --format '{{.State.Pid}}' "$(compose ps --quiet "$1")")
  docker run --rm --pid host --user root --entrypoint bash "ticket-summarizer:$TICKET_SUMMARIZER_VERSION" -c "kill -KILL $process"
}

# Waits until a service has started again, once and by itself, and is healthy.
await_restart() {
  local state deadline=$((SECONDS + 180))
  until state=$(docker inspect --format '{{.RestartCount}} {{.State.Health.Status}}' "$(compose ps --all --quiet "$1")") && [ "$state" = "1 healthy" ]; do
    [ $SECONDS -lt $deadline ] || die "$1 is not up again: started again how often, and its health: $state"
    sleep 1
  done
}

# The values on a topic that are committed, one a line. The consumer ends when none came for a while, and they may keep coming.
records() {
  compose exec --no-TTY kafka timeout 20 /opt/kafka/bin/kafka-console-consumer.sh --bootstrap-server localhost:9092 --topic "$1" \
    --from-beginning --timeout-ms 8000 --command-property isolation.level=read_committed 2> /dev/null || true
}
