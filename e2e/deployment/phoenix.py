"""Runs inside Phoenix's container: phoenix.py TICKETS waits until so many tickets have a whole trace, or says what is missing."""

import json
import sys
import time
from collections import defaultdict
from urllib.error import HTTPError
from urllib.request import urlopen

URL = "http://localhost:6006/v1/projects/ticket-summarizer/spans?limit=1000"
CALLS_OF_MODELS = 3
PATIENCE_SECONDS = 120


def traces() -> list[list[dict]]:
    """The spans of each ticket; those of the run are a trace of their own."""
    try:
        found = json.load(urlopen(URL))["data"]
    except HTTPError as not_there_yet:
        if not_there_yet.code != 404:
            raise
        found = []
    by_trace = defaultdict(list)
    for span in found:
        by_trace[span["context"]["trace_id"]].append(span)
    return [spans for spans in by_trace.values() if any("ticket_id" in span["attributes"] for span in spans)]


def problems(tickets: int, found: list[list[dict]]) -> list[str]:
    problems = [] if len(found) == tickets else [f"{len(found)} traces for {tickets} tickets"]
    for spans in found:
        ids = {span["context"]["span_id"] for span in spans}
        roots = [span["name"] for span in spans if span["parent_id"] is None]
        orphans = [span["name"] for span in spans if span["parent_id"] is not None and span["parent_id"] not in ids]
        calls = sum(span["span_kind"] == "LLM" for span in spans)
        if roots != ["process_ticket"] or orphans or calls != CALLS_OF_MODELS:
            problems.append(f"{len(spans)} spans, roots {roots}, without their parent {orphans}, {calls} calls of models")
    return problems


def main(tickets: int) -> int:
    deadline = time.time() + PATIENCE_SECONDS
    found = traces()
    while problems(tickets, found) and time.time() < deadline:
        time.sleep(2)
        found = traces()
    print(f"{len(found)} traces, {sum(map(len, found))} spans")
    for problem in problems(tickets, found):
        print(problem, file=sys.stderr)
    return 1 if problems(tickets, found) else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
