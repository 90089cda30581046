"""The processes of a test: Phoenix, the stand-in for the providers of models, and the product's command."""

import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time
import urllib.request

PROJECT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = str(PROJECT / "ticket-summarizer")
PATIENCE_SECONDS = 180


def free_port():
    """A port that was free a moment ago: Phoenix does not take port 0."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(condition, what):
    """What the condition gives once it gives something; fails with the name of what was awaited."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.3)
    raise AssertionError(f"waited {PATIENCE_SECONDS} s for {what}")


@contextlib.contextmanager
def running(arguments, log, **environment):
    """A process that is stopped at the end, as a service manager would: SIGTERM first."""
    with open(log, "wb") as output:
        process = subprocess.Popen(
            arguments, env={**os.environ, **environment}, stdout=output, stderr=output, start_new_session=True
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


@contextlib.contextmanager
def phoenix(folder):
    """A fresh Phoenix on SQLite that calls nobody. Gives its address; its log is phoenix.log in the folder."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = {
        "PHOENIX_WORKING_DIR": str(folder / "phoenix"),
        "PHOENIX_HOST": "127.0.0.1",
        "PHOENIX_PORT": str(port),
        "PHOENIX_GRPC_PORT": str(free_port()),
        "PHOENIX_TELEMETRY_ENABLED": "false",
        "PHOENIX_ALLOW_EXTERNAL_RESOURCES": "false",
        "PHOENIX_DISABLE_AGENT_ASSISTANT": "true",
        "PHOENIX_ENABLE_MCP_SERVER": "false",
        "PHOENIX_ALLOWED_SANDBOX_PROVIDERS": "NONE",
        "PHOENIX_LOG_MIGRATIONS": "false",
    }
    program = pathlib.Path(sys.executable).with_name("phoenix")
    with running([program, "serve"], folder / "phoenix.log", **settings):
        wait_until(lambda: answers(address + "/readyz"), "Phoenix to start; see " + str(folder / "phoenix.log"))
        yield address


@contextlib.contextmanager
def fake_models(folder):
    """The product's stand-in for the providers of models. Gives the settings it prints for `openai`."""
    log = folder / "fake-llm.log"
    with running([COMMAND, "fake-llm", "--port", "0", "--latency", "100ms"], log):
        wait_until(lambda: "answering at" in log.read_text(), "fake-llm to start; see " + str(log))
        exports = [line.removeprefix("export ") for line in log.read_text().splitlines() if line.startswith("export OPENAI_")]
        yield dict(export.split("=", 1) for export in exports)


def answers(url):
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status == 200
    except OSError:
        return False
