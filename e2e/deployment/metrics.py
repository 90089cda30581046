"""Looks at what Prometheus answered: metrics.py DASHBOARD TARGETS RULES NAMES

All five services have to be up, all rules evaluated, and every metric of the dashboard there but those that tell of trouble.
"""

import json
import re
import sys
from pathlib import Path

SERVICES = 5
METRIC = re.compile(r"\b(?:ticket_summarizer|gen_ai_client)_\w+")
TELLS_OF_TROUBLE = re.compile(r"_(stage_failures|rate_limited|unpriced_calls)_total$")


def data(file: str) -> object:
    return json.loads(Path(file).read_text())["data"]


def problems(dashboard: str, targets: str, rules: str, names: str) -> list[str]:
    scraped = data(targets)["activeTargets"]
    up = [target for target in scraped if target["health"] == "up"]
    found = [] if len(up) == SERVICES else [f"{len(up)} services of {SERVICES} are up"]
    for group in data(rules)["groups"]:
        found += [f"rule {rule['name']} is {rule['health']}" for rule in group["rules"] if rule["health"] != "ok"]
    shown = set(METRIC.findall(Path(dashboard).read_text()))
    missing = sorted(name for name in shown - set(data(names)) if not TELLS_OF_TROUBLE.search(name))
    print(f"{len(up)} services up, {len(shown)} metrics on the dashboard, {len(missing)} of them missing")
    return found + [f"no {name}" for name in missing]


if __name__ == "__main__":
    complaints = problems(*sys.argv[1:])
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    sys.exit(1 if complaints else 0)
