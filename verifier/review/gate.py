"""Who may talk to the review server: requests that know the token, to this very address, from its own page."""

from collections.abc import Mapping
from dataclasses import dataclass

from verifier.access import is_here, is_own, same_secret

COOKIE = "verifier_token"
HEADER = "x-verifier-page"
LONGEST = 5_000_000  # bytes of one request


@dataclass(frozen=True, slots=True)
class Gate:
    """The rules of one server.

    Beside what `access` says of Host and Origin: a change must come with a secret that only our page holds (CSRF), and
    the cookie goes with no request of another site.
    """

    token: str  # in the address that the user opens, then in a cookie
    page: str  # in the page, sent back with every change
    host: str  # name or number that the server was started with

    def refusal(self, method: str, headers: Mapping[str, str], cookie: str | None) -> str | None:
        """Return why a request is refused, None when it may pass; header names are in lower case."""
        host = headers.get("host", "")
        if not is_here(host, {self.host.lower()}):
            return "unknown Host: open the address that the server printed"
        if not self.knows(cookie):
            return "no token: open the address that the server printed"
        if method in ("GET", "HEAD"):
            return None
        if not is_own(headers.get("origin", ""), host):
            return "another Origin"
        if not same_secret(headers.get(HEADER), self.page):
            return "not sent by the review page; load it again"
        if not headers.get("content-length", "").isdigit() or int(headers["content-length"]) > LONGEST:
            return f"longer than {LONGEST} bytes, or of unknown length"
        return None

    def knows(self, token: str | None) -> bool:
        """Say whether a token is the right one."""
        return same_secret(token, self.token)
