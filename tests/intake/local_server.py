"""A real server on this machine, for tests that fetch."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from redite.intake.addresses import is_public
from redite.intake.fetch import FetchLimits, HttpFetcher

Answer = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def server(answer: Answer) -> Iterator[str]:
    """Run a server that answers every request with `answer`; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                answer(self)
            except OSError:  # whoever asked has gone
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_port}/"
    finally:
        running.shutdown()
        running.server_close()
        thread.join()


def body(content: bytes, status: int = 200, **headers: str) -> Answer:
    """Return an answer with this content and these headers."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    return answer


def redirect(target: str) -> Answer:
    """Return an answer that redirects to `target`."""
    return body(b"", 302, Location=target)


def local(limits: FetchLimits | None = None) -> HttpFetcher:
    """Return a fetcher that may visit 127.0.0.1, and otherwise only what everybody may."""
    return HttpFetcher(limits, allow=lambda a: str(a) == "127.0.0.1" or is_public(a))
