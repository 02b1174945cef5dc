"""What a server of this machine asks of each request before it reads it: whom it names, and whose page sent it.

A page of another site that is open in the same browser is the adversary: it can send requests here and, by a name of
its own that it lets point to this machine, read answers (DNS rebinding). Hence the Host must be this machine by number,
"localhost", or a name that the user gave, and an Origin must be our own.
"""

import hmac
import ipaddress
from collections.abc import Collection
from urllib.parse import urlsplit


def is_loopback(host: str) -> bool:
    """Say whether only this machine can reach a server that listens there."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_here(host: str, names: Collection[str]) -> bool:
    """Say whether a Host header names this machine: by number, as "localhost", or by one of its names in lower case."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:  # half a bracket
        return False
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost" or name in names
    return True


def is_own(origin: str, host: str) -> bool:
    """Say whether an Origin header names the address that the Host header names."""
    try:
        return urlsplit(origin).netloc == host
    except ValueError:
        return False


def same_secret(given: str | None, right: str) -> bool:
    """Compare two secrets in a time that tells nothing of them."""
    return given is not None and hmac.compare_digest(given.encode(), right.encode())
