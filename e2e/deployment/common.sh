# shellcheck shell=bash
# Sourced by run and its parts.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
tools=$root/e2e/tools
chart=$root/k8s/ticket-summarizer
examples=(minimal managed-kafka both-platforms fakes-only)

say() { printf '%s\n' "$*" >&2; }
step() { say "--- $*"; }
die() { say "FAILED: $*"; exit 1; }

# Runs a command that has to fail and to say something.
refused() {
  local expected=$1 output
  shift
  if output=$("$@" 2>&1); then die "not refused: $*"; fi
  grep -qF -- "$expected" <<< "$output" || { say "$output"; die "refused, but without '$expected': $*"; }
}
