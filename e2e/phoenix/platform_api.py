"""What Phoenix says of a project, by its REST and GraphQL interfaces."""

import json
import urllib.error
import urllib.parse
import urllib.request


class Project:
    def __init__(self, address, name):
        self.address = address
        self.name = name

    def spans(self):
        """All spans, as `/v1/projects/NAME/spans` gives them; none while the project does not exist yet."""
        return self._pages("spans", limit=1000)

    def sessions(self):
        return self._pages("sessions", limit=100)

    def totals(self):
        """Counts, tokens and the cost by Phoenix's own prices, which only GraphQL tells."""
        query = """query($name: String!) { getProjectByName(name: $name) {
            recordCount traceCount tokenCountTotal costSummary { total { cost } }
            sessions(first: 50) { edges { node { sessionId numTraces firstInput { value } lastOutput { value } } } } } }"""
        body = json.dumps({"query": query, "variables": {"name": self.name}}).encode()
        request = urllib.request.Request(
            self.address + "/graphql", data=body, headers={"content-type": "application/json"}
        )
        return _read(request)["data"]["getProjectByName"]

    def _pages(self, resource, **parameters):
        base = f"{self.address}/v1/projects/{self.name}/{resource}?"
        found, cursor = [], None
        while True:
            page = {**parameters, **({"cursor": cursor} if cursor else {})}
            try:
                answer = _read(base + urllib.parse.urlencode(page))
            except urllib.error.HTTPError as error:
                if error.code == 404:
                    return []
                raise
            found += answer["data"]
            cursor = answer["next_cursor"]
            if not cursor:
                return found


def _read(request):
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)
