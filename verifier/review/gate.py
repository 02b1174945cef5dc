"""Who may talk to the review server: requests that know the token, to this very address, from its own page."""

import hmac
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

COOKIE = "verifier_token"
HEADER = "x-verifier-page"
LONGEST = 5_000_000  # bytes of one request


@dataclass(frozen=True, slots=True)
class Gate:
    """The rules of one server.

    A page of another site that is open in the same browser is the adversary: it can send requests here and, by a name
    of its own that it lets point to this machine, read answers (DNS rebinding). Hence the Host must be this machine by
    number, "localhost", or the name that the user gave; a change must come from our Origin, with a secret that only our
    page holds (CSRF); and the cookie goes with no request of another site.
    """

    token: str  # in the address that the user opens, then in a cookie
    page: str  # in the page, sent back with every change
    host: str  # name or number that the server was started with

    def refusal(self, method: str, headers: Mapping[str, str], cookie: str | None) -> str | None:
        """Return why a request is refused, None when it may pass; header names are in lower case."""
        host = headers.get("host", "")
        if not self._is_here(host):
            return "unknown Host: open the address that the server printed"
        if not self.knows(cookie):
            return "no token: open the address that the server printed"
        if method in ("GET", "HEAD"):
            return None
        if urlsplit(headers.get("origin", "")).netloc != host:
            return "another Origin"
        if not _same(headers.get(HEADER), self.page):
            return "not sent by the review page; load it again"
        if not headers.get("content-length", "").isdigit() or int(headers["content-length"]) > LONGEST:
            return f"longer than {LONGEST} bytes, or of unknown length"
        return None

    def knows(self, token: str | None) -> bool:
        """Say whether a token is the right one."""
        return _same(token, self.token)

    def _is_here(self, host: str) -> bool:
        name = urlsplit(f"//{host}").hostname or ""
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name in ("localhost", self.host.lower())
        return True


def is_loopback(host: str) -> bool:
    """Say whether only this machine can reach a server that listens there."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _same(given: str | None, right: str) -> bool:
    return given is not None and hmac.compare_digest(given.encode(), right.encode())
