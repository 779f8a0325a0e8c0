"""Text for people, harmless whatever names, paths and messages of strangers stand in it.

Reports, results and errors hold what was read as it is; it comes through here where it is printed. A terminal takes
some characters for commands, or shows them in another order than they have; a pipeline takes some lines for commands:
https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands (``::error::``, after any blanks),
https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands (``##vso[``, ``##[``), and TeamCity's
service messages (``##teamcity[``), which may stand anywhere in a line.
"""

from __future__ import annotations

from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_CONTINUED = "\n  "
"""How a message of several lines goes on: its own lines are indented."""
_HALF_OF_LONGEST = 1900
"""How much of a message's line is shown, from its beginning and from its end."""
_COMMANDS_ANYWHERE = ("##[", "##vso[", "##teamcity[")
_NOT_PRINTABLE = pattern(r"[^\n -~]")


def printable_line(text: str) -> str:
    r"""Return a text as one line, the rest of which is as it was.

    What Unicode does not call printable is written as Python writes it, such as ``\n``, ``\x1b`` or ``\u202e``: control
    characters, line ends, marks that change the direction of text, and invisible ones. So is the sign that begins a
    pipeline's command. Backslashes are not doubled.
    """
    if not text.isprintable():
        text = "".join(character if character.isprintable() else _escaped(character) for character in text)
    if ("::" in text or "##" in text) and is_command(text):
        text = text.replace(":", r"\x3a", 1) if _begins_command(text) else text
        text = text.replace("#", r"\x23") if "##" in text else text
    return text


def is_command(line: str) -> bool:
    """Whether some pipeline takes a line for a command."""
    return _begins_command(line) or ("##" in line and any(sign in line.lower() for sign in _COMMANDS_ANYWHERE))


def _begins_command(line: str) -> bool:
    return line.lstrip().startswith("::")


def printable_lines(message: str) -> list[str]:
    """Return a message as lines: the first, and those that it goes on with, which are indented.

    Any other line break comes from a stranger, and is written as one. A line that what a stranger gave makes long is
    cut in its middle: its beginning has the place, its end the cure.
    """
    first, *others = message.split(_CONTINUED)
    return [printable_line(_cut(first)), *(printable_line(_cut(f"  {line}")) for line in others)]


def _cut(line: str) -> str:
    left_out = len(line) - 2 * _HALF_OF_LONGEST
    if left_out <= 0:
        return line
    return f"{line[:_HALF_OF_LONGEST]}… {left_out} characters left out …{line[-_HALF_OF_LONGEST:]}"


def error_text(error: Exception) -> str:
    """Return an error as programs print it."""
    return "\n".join(printable_lines(f"error: {error}"))


def escaped_json(text: str) -> str:
    r"""Return JSON with what is not printable in it, and pipelines' commands, as escapes: it means the same."""
    if not text.isascii() or "\x7f" in text:
        text = _NOT_PRINTABLE.sub(_json_escape, text)
    return text.replace("##", r"\u0023\u0023") if "##" in text else text


def escaped_xml(text: str) -> str:
    """Return what stands between tags or quotes of XML with the same as references: it means the same.

    Characters that XML has no references to are shown as U+FFFD.
    """
    if not text.isprintable():
        text = _NOT_PRINTABLE.sub(_xml_reference, text).replace("\n", "&#10;")
    return text.replace("##", "&#x23;&#x23;") if "##" in text else text


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def _json_escape(match: re.Match[str]) -> str:
    character = match[0]
    if character.isprintable():
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _xml_reference(match: re.Match[str]) -> str:
    character = match[0]
    if character.isprintable():
        return character
    code = ord(character)
    # https://www.w3.org/TR/xml/#charsets
    is_character = code in (0x9, 0xD) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF
    return f"&#x{code:x};" if is_character else "\ufffd"
