# SPDX-License-Identifier: Apache-2.0
# The server that YAML editors run, spoken to as an editor does: JSON-RPC over its standard input
# and output (https://microsoft.github.io/language-server-protocol).
from __future__ import annotations

import json
import queue
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 120  # seconds; a thousand files on a busy machine


@dataclass(frozen=True)
class Finding:
    line: int  # from 1 on, as people count
    message: str


class LanguageServer:
    """`schemas` maps a file name's ending to the JSON Schema that files of this ending have."""

    def __init__(self, script: Path, schemas: dict[str, Path]) -> None:
        self.settings = {"yaml": {
            "validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False},
            "schemas": {path.as_uri(): [f"*{ending}"] for ending, path in schemas.items()}}}
        self.process = subprocess.Popen(["node", str(script), "--stdio"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.inbox: queue.Queue[dict | None] = queue.Queue()
        self.findings: dict[str, list[Finding]] = {}
        self.requests = 0
        self.documents = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self._request("initialize", {"processId": None, "rootUri": None, "capabilities": {
            "workspace": {"configuration": True,
                          "didChangeConfiguration": {"dynamicRegistration": True}},
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}},
                             "hover": {"contentFormat": ["markdown"]}}}})
        self._send({"method": "initialized", "params": {}})
        self._wait_for_settings(next(iter(schemas)))

    def open(self, text: str, ending: str) -> str:
        """The document's address."""
        self.documents += 1
        return self._open(f"file:///nowhere/{self.documents}{ending}", text)

    def open_file(self, path: Path) -> str:
        return self._open(path.as_uri(), path.read_text("utf-8"))

    def _open(self, uri: str, text: str) -> str:
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": {
            "uri": uri, "languageId": "yaml", "version": 1, "text": text}}})
        return uri

    def findings_of(self, uri: str) -> list[Finding]:
        while uri not in self.findings:
            self._handle(self._next())
        return self.findings[uri]

    def completions(self, uri: str, line: int, column: int) -> list[str]:
        answer = self._request("textDocument/completion", _place(uri, line, column))
        return [item["label"] for item in answer["items"]]

    def hover(self, uri: str, line: int, column: int) -> str:
        answer = self._request("textDocument/hover", _place(uri, line, column))
        return answer["contents"]["value"] if answer else ""

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()

    def _wait_for_settings(self, ending: str) -> None:
        """Until a document that fits no schema is found to: before, everything fits."""
        uri = self.open("- no\n- map\n", ending)
        while not self.findings_of(uri):
            del self.findings[uri]

    def _request(self, method: str, params: dict) -> object:
        self.requests += 1
        self._send({"id": self.requests, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self.requests and "method" not in message:
                if "error" in message:
                    raise RuntimeError(message["error"])
                return message["result"]
            self._handle(message)

    def _handle(self, message: dict) -> None:
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            params = message["params"]
            self.findings[params["uri"]] = [
                Finding(found["range"]["start"]["line"] + 1, found["message"])
                for found in params["diagnostics"]]
        elif method == "workspace/configuration":
            sections = [item["section"] for item in message["params"]["items"]]
            self._send({"id": message["id"],
                        "result": [self.settings.get(section, {}) for section in sections]})
        elif method is not None and "id" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode("utf-8")
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _next(self) -> dict:
        message = self.inbox.get(timeout=PATIENCE)
        if message is None:
            raise RuntimeError("the language server ended")
        return message

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while header := stream.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                header = stream.readline()
            self.inbox.put(json.loads(stream.read(length)))
        self.inbox.put(None)


def _place(uri: str, line: int, column: int) -> dict:
    return {"textDocument": {"uri": uri},
            "position": {"line": line - 1, "character": column - 1}}
