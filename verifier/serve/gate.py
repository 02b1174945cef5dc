"""Who may use the service: programs of this machine, and those of others that know the token."""

from collections.abc import Mapping
from dataclasses import dataclass

from verifier.access import is_here, is_own, same_secret
from verifier.serve.problems import OtherOriginError, TokenError, UnknownHostError

_OPEN = ("/health",)  # what a supervisor asks, which knows no token


@dataclass(frozen=True, slots=True)
class Gate:
    """The rules of one service."""

    names: frozenset[str]  # of this machine, in lower case, beside localhost and its numbers
    token: str | None  # None where only this machine can reach the service

    def check(self, path: str, headers: Mapping[str, str]) -> None:
        """Let a request pass; header names are in lower case.

        Raises:
            UnknownHostError: it names another machine.
            OtherOriginError: a page of another site sent it.
            TokenError: it has not the token.
        """
        host = headers.get("host", "")
        if not is_here(host, self.names):
            raise UnknownHostError("unknown Host; use the address that the server printed, or start it with --name")
        if "origin" in headers and not is_own(headers["origin"], host):
            raise OtherOriginError("sent by a page of another site; call the service from a program")
        if self.token is None or path in _OPEN:
            return
        kind, _, given = headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer" or not same_secret(given.strip(), self.token):
            raise TokenError('no token, or another; send the header "Authorization: Bearer TOKEN"')
