"""Counts records: balance.py TICKETS FILE... --empty FILE...

Each FILE has the values of one topic, a JSON object a line: every ticket has to be there exactly once, and what has a
status has to be a success. The files after --empty have to be empty.
"""

import json
import sys
from collections import Counter
from pathlib import Path


def ticket_of(record: dict) -> str:
    return record.get("request", record)["ticket_id"]


def problems(expected: int, path: Path) -> list[str]:
    records = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
    counts = Counter(ticket_of(record) for record in records)
    doubled = [ticket for ticket, count in counts.items() if count > 1]
    failed = [ticket_of(record) for record in records if record.get("report_status", "success") != "success"]
    print(f"{path.name}: {len(records)} records, {len(counts)} tickets")
    found = [] if len(counts) == expected else [f"{path.name}: {len(counts)} tickets of {expected}"]
    found += [f"{path.name}: more than once: {doubled}"] if doubled else []
    return found + ([f"{path.name}: not a success: {failed}"] if failed else [])


def main(arguments: list[str]) -> int:
    split = arguments.index("--empty")
    expected, full, empty = int(arguments[0]), arguments[1:split], arguments[split + 1 :]
    found = [problem for file in full for problem in problems(expected, Path(file))]
    found += [f"{Path(file).name}: has records" for file in empty if Path(file).read_text().strip()]
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
