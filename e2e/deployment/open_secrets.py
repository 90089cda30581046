"""Reads objects of a cluster as JSON (kubectl get --output json) and prints where a secret stands: open_secrets.py MARKER

No object but a Secret may hold the marker, which is the value of every Secret. A variable whose name says that it is secret
has to be taken from a Secret, but for what the stand-ins take; no ConfigMap may have one.
"""

import json
import re
import sys

SECRET = re.compile(r".*(_API_KEY|_SECRET|_SECRET_KEY|_TOKEN|_PASSWORD|_JAAS_CONFIG)$")
OF_STAND_INS = {"fake-secret", "fake-key"}


def variables(value: object) -> list[dict]:
    """Everything that looks like a container's variable, at any depth."""
    if isinstance(value, list):
        return [found for one in value for found in variables(one)]
    if not isinstance(value, dict):
        return []
    own = [value] if isinstance(value.get("name"), str) and isinstance(value.get("value"), str) else []
    return own + [found for one in value.values() for found in variables(one)]


def problems(item: dict, marker: str) -> list[str]:
    name = f"{item['kind']} {item['metadata']['name']}"
    if item["kind"] == "Secret":
        return []
    found = [f"{name} holds the value of a Secret"] if marker in json.dumps(item) else []
    found += [f"{name} has {key}" for key in item.get("data", {}) if SECRET.match(key)]
    open_ones = [one for one in variables(item) if SECRET.match(one["name"]) and one["value"] not in OF_STAND_INS]
    return found + [f"{name} has a value for {one['name']}" for one in open_ones]


def main(marker: str) -> int:
    items = json.load(sys.stdin)["items"]
    found = [problem for item in items for problem in problems(item, marker)]
    print(f"{len(items)} objects, {len(found)} problems")
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found or not items else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
