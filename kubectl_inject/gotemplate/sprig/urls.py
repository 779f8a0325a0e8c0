"""URLs in parts, as Go's package net/url takes them apart and puts them together."""

from __future__ import annotations

from dataclasses import dataclass

from kubectl_inject.gotemplate.encoding import to_bytes, to_text
from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.quoting import quote
from kubectl_inject.gotemplate.sprig.reflection import NIL_DEREFERENCE, kind_of

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
HEX_DIGITS = "0123456789abcdefABCDEF"
UNRESERVED = LETTERS + DIGITS + "-_.~"

# The characters that each part of a URL may hold as they are.
IN_PATH = UNRESERVED + "$&+,/:;=@"
IN_FRAGMENT = IN_PATH + "!()*?"
IN_USERINFO = UNRESERVED + "$&+,;="
IN_HOST = UNRESERVED + "!$&'()*+,;=:[]<>\""
VALID_USERINFO = UNRESERVED + ":!$&'()*+,;=%@"


class URLError(ValueError):
    """A text is no URL; str() of it is what Go says."""


@dataclass(frozen=True, slots=True)
class Userinfo:
    """The name, and perhaps the password, before a host."""

    name: str
    password: str | None = None

    def __str__(self) -> str:
        """Return the text for a URL."""
        password = "" if self.password is None else ":" + _escaped(self.password, IN_USERINFO)
        return _escaped(self.name, IN_USERINFO) + password


@dataclass(slots=True)
class URL:
    """A URL in parts, not escaped but for the query."""

    scheme: str = ""
    userinfo: Userinfo | None = None
    host: str = ""
    path: str = ""
    query: str = ""
    opaque: str = ""
    fragment: str = ""

    @property
    def hostname(self) -> str:
        """The host without its port and brackets."""
        name, colon, port = self.host.rpartition(":")
        host = name if colon and not port.strip(DIGITS) else self.host
        return host[1:-1] if host.startswith("[") and host.endswith("]") else host

    def __str__(self) -> str:
        """Return the URL as one text."""
        text = f"{self.scheme}:" if self.scheme else ""
        text += self.opaque or self._authority_and_path(is_first=not text)
        if self.query:
            text += f"?{self.query}"
        return f"{text}#{_escaped(self.fragment, IN_FRAGMENT)}" if self.fragment else text

    def _authority_and_path(self, *, is_first: bool) -> str:
        text = ""
        if self.host or self.userinfo is not None or (self.scheme and self.path):
            userinfo = "" if self.userinfo is None else f"{self.userinfo}@"
            text = f"//{userinfo}{_escaped(self.host, IN_HOST)}"
        path = self.path if self.path == "*" else _escaped(self.path, IN_PATH)
        if path and not path.startswith("/") and self.host:
            return f"{text}/{path}"
        if is_first and not text and ":" in path.partition("/")[0]:
            return f"./{path}"  # lest its beginning pass for a scheme
        return text + path


def url_parse(text: str) -> dict[str, object]:
    """Return the parts of a URL as a map."""
    try:
        url = parse_url(text)
    except URLError as problem:
        raise FunctionError(f"unable to parse url: {problem}") from None
    return {
        "scheme": url.scheme,
        "host": url.host,
        "hostname": url.hostname,
        "path": url.path,
        "query": url.query,
        "opaque": url.opaque,
        "fragment": url.fragment,
        "userinfo": "" if url.userinfo is None else str(url.userinfo),
    }


def url_join(parts: dict[str, object]) -> str:
    """Return the URL of the parts in a map."""
    url = URL(
        scheme=_part(parts, "scheme"),
        host=_part(parts, "host"),
        path=_part(parts, "path"),
        query=_part(parts, "query"),
        opaque=_part(parts, "opaque"),
        fragment=_part(parts, "fragment"),
    )
    userinfo = _part(parts, "userinfo")
    if userinfo:
        try:
            url.userinfo = parse_url(f"proto://{userinfo}@host").userinfo
        except URLError as problem:
            raise FunctionError(f"unable to parse userinfo in dict: {problem}") from None
    return str(url)


def _part(parts: dict[str, object], key: str) -> str:
    value = parts.get(key, "")
    if value is None:
        raise FunctionError(NIL_DEREFERENCE)
    if not isinstance(value, str):
        raise FunctionError(f"unable to parse {key} key, must be of type string, but {kind_of(value)} found")
    return value


def parse_url(text: str) -> URL:
    """Return url.Parse or raise URLError."""
    without_fragment, _, fragment = text.partition("#")
    shown = without_fragment
    try:
        url = _parse_without_fragment(without_fragment)
        shown = text
        url.fragment = _unescaped(fragment)
    except URLError as problem:
        raise URLError(f"parse {quote(shown)}: {problem}") from None
    return url


def _parse_without_fragment(text: str) -> URL:
    if any(character < " " or character == "\x7f" for character in text):
        raise URLError("net/url: invalid control character in URL")
    if text == "*":
        return URL(path="*")
    scheme, rest = _split_scheme(text)
    rest, _, query = rest.partition("?")
    url = URL(scheme=scheme.lower(), query=query)
    if not rest.startswith("/"):
        if scheme:
            url.opaque = rest
            return url
        if ":" in rest.partition("/")[0]:
            raise URLError("first path segment in URL cannot contain colon")
    if rest.startswith("//") and (scheme or not rest.startswith("///")):
        authority, slash, path = rest[2:].partition("/")
        rest = slash + path
        userinfo, has_userinfo, host = authority.rpartition("@")
        url.host = _parse_host(host, url.scheme)
        if has_userinfo:
            url.userinfo = _parse_userinfo(userinfo)
    url.path = _unescaped(rest)
    return url


def _split_scheme(text: str) -> tuple[str, str]:
    scheme, colon, rest = text.partition(":")
    if not colon or (scheme and (scheme[0] not in LETTERS or scheme.strip(LETTERS + DIGITS + "+-."))):
        return "", text
    if not scheme:
        raise URLError("missing protocol scheme")
    return scheme, rest


def _parse_userinfo(text: str) -> Userinfo:
    if text.strip(VALID_USERINFO):
        raise URLError("net/url: invalid userinfo")
    name, colon, password = text.partition(":")
    return Userinfo(_unescaped(name), _unescaped(password) if colon else None)


def _parse_host(host: str, scheme: str) -> str:
    bracket = host.rfind("[")
    if bracket > 0:
        raise URLError("invalid IP-literal")
    if bracket == 0:
        return _parse_ip_literal(host)
    # Other schemes have names of hosts with colons in them.
    colon = host.find(":") if scheme in ("http", "https") else host.rfind(":")
    if colon >= 0:
        _check_port(host[colon:])
    return _unescaped_host(host)


def _parse_ip_literal(host: str) -> str:
    from ipaddress import IPv6Address

    end = host.rfind("]")
    if end < 0:
        raise URLError("missing ']' in host")
    port = host[end + 1 :]
    _check_port(port)
    address, percent, zone = host[1:end].partition("%25")
    address = _unescaped_host(address) + ("%" + _unescaped(zone) if percent else "")
    try:
        IPv6Address(address)
    except ValueError:
        raise URLError(f"invalid host: ParseAddr({quote(address)}): unable to parse IP") from None
    return f"[{address}]{port}"


def _check_port(text: str) -> None:
    if text and (text[0] != ":" or text[1:].strip(DIGITS)):
        raise URLError(f"invalid port {quote(text)} after host")


def _unescaped_host(host: str) -> str:
    """Undo the escapes of a host, of which there may be only those of bytes beyond ASCII, and %25."""
    for place, character in enumerate(host):
        escape = host[place : place + 3]
        if character == "%" and len(escape) == 3 and escape[1] in "01234567" and escape != "%25":
            _unescaped(host[: place + 3])
            raise URLError(f"invalid URL escape {quote(escape)}")
        if character.isascii() and character != "%" and character not in IN_HOST:
            raise URLError(f"invalid character {quote(character)} in host name")
    return _unescaped(host)


def _unescaped(text: str) -> str:
    if "%" not in text:
        return text
    first, *escapes = to_bytes(text).split(b"%")
    parts = [first]
    for escape in escapes:
        digits = to_text(escape[:2])
        if len(digits) < 2 or digits.strip(HEX_DIGITS):
            place = text.find("%" + digits)
            raise URLError(f"invalid URL escape {quote(text[place : place + 3])}")
        parts.append(bytes([int(digits, 16)]) + escape[2:])
    return to_text(b"".join(parts))


def _escaped(text: str, allowed: str) -> str:
    return "".join(chr(byte) if byte < 0x80 and chr(byte) in allowed else f"%{byte:02X}" for byte in to_bytes(text))
