"""Cutting a template's source into tokens, by the rules of Go's text/template/parse."""

from __future__ import annotations

from enum import Enum

from kubectl_inject.gotemplate.encoding import byte_length
from kubectl_inject.gotemplate.quoting import describe_character, quote
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.startup.pattern import pattern

_LEFT, _RIGHT = "{{", "}}"
_SPACES = frozenset(" \t\r\n")
_DECIMAL = "0123456789_"
_DECIMAL_DIGITS = frozenset("0123456789")
_DIGITS_OF_BASE = {"x": "0123456789abcdefABCDEF_", "o": "01234567_", "b": "01_"}


class TokenType(Enum):
    """What a token is. The value of a keyword is the keyword."""

    ERROR = "error"
    BOOL = "bool"
    CHARACTER = "character"
    CHARACTER_CONSTANT = "character constant"
    COMPLEX = "complex"
    ASSIGN = "="
    DECLARE = ":="
    END_OF_FILE = "EOF"
    FIELD = "field"
    IDENTIFIER = "identifier"
    LEFT_DELIMITER = "{{"
    LEFT_PAREN = "("
    NUMBER = "number"
    PIPE = "|"
    RAW_STRING = "raw string"
    RIGHT_DELIMITER = "}}"
    RIGHT_PAREN = ")"
    SPACE = "space"
    STRING = "string"
    TEXT = "text"
    VARIABLE = "variable"
    DOT = "."
    BLOCK = "block"
    BREAK = "break"
    CONTINUE = "continue"
    DEFINE = "define"
    ELSE = "else"
    END = "end"
    IF = "if"
    NIL = "nil"
    RANGE = "range"
    TEMPLATE = "template"
    WITH = "with"


_KEYWORDS = {
    kind.value: kind
    for kind in (
        TokenType.BLOCK,
        TokenType.BREAK,
        TokenType.CONTINUE,
        TokenType.DEFINE,
        TokenType.ELSE,
        TokenType.END,
        TokenType.IF,
        TokenType.NIL,
        TokenType.RANGE,
        TokenType.TEMPLATE,
        TokenType.WITH,
    )
}
_SINGLE = {
    "=": TokenType.ASSIGN,
    "|": TokenType.PIPE,
    "(": TokenType.LEFT_PAREN,
    ")": TokenType.RIGHT_PAREN,
}
_SHOWN_CHARACTERS = 10
# What ends a quotation or may not be in it, and escapes, which may be of what ends it.
_SPECIAL_IN_QUOTES = {
    '"': pattern(r'\\[^\n]|["\n]|\\'),
    "'": pattern(r"\\[^\n]|['\n]|\\"),
    "`": pattern("`"),
}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the source: its text (the reason for an ERROR), where it starts and the line of that."""

    type: TokenType
    text: str
    position: int
    line: int

    def __str__(self) -> str:
        """Return the token as Go's messages show it."""
        if self.type is TokenType.END_OF_FILE:
            return "EOF"
        if self.type is TokenType.ERROR:
            return self.text
        if self.type.value in _KEYWORDS or self.type is TokenType.DOT:
            return f"<{self.text}>"
        if byte_length(self.text) > _SHOWN_CHARACTERS:
            return f"{quote(self.text[:_SHOWN_CHARACTERS])}..."
        return quote(self.text)


class LexicalError(Exception):
    """A token is malformed; the text is Go's reason."""


def tokenize(source: str, identifiers: frozenset[str], most: int) -> list[Token]:
    """Return the tokens of a source; the last is the end of the file, or the ERROR that ended them.

    There are no more than one above ``most``.

    ``identifiers`` are function names: ``break`` and ``continue`` are no keywords where they are among them.
    """
    return _Lexer(source, identifiers, most).tokens()


def _is_alphanumeric(char: str) -> bool:
    return char == "_" or char.isalpha() or char.isdecimal()


class _Lexer:
    def __init__(self, source: str, identifiers: frozenset[str], most: int) -> None:
        self._source = source
        self._most = most
        self._identifiers = identifiers
        self._position = 0
        self._start = 0
        self._line = 1
        self._counted_to = 0
        self._paren_depth = 0
        self._tokens: list[Token] = []

    def tokens(self) -> list[Token]:
        """Scan everything: text and actions in turn."""
        try:
            while self._text():
                self._action()
            self._emit(TokenType.END_OF_FILE)
        except LexicalError as error:
            self._tokens.append(Token(TokenType.ERROR, str(error), self._start, self._line_of(self._start)))
        return self._tokens

    def _line_of(self, position: int) -> int:
        self._line += self._source.count("\n", self._counted_to, position)
        self._counted_to = position
        return self._line

    def _emit(self, kind: TokenType) -> None:
        text = self._source[self._start : self._position]
        if len(self._tokens) >= self._most:
            raise LexicalError("too many tokens")
        self._tokens.append(Token(kind, text, self._start, self._line_of(self._start)))
        self._start = self._position

    def _skip_to(self, position: int) -> None:
        self._position = self._start = position

    def _peek(self) -> str:
        return self._source[self._position : self._position + 1]

    def _skip_spaces(self) -> None:
        source, position = self._source, self._position
        while position < len(source) and source[position] in _SPACES:
            position += 1
        self._skip_to(position)

    # Text and delimiters

    def _text(self) -> bool:
        """Scan text and comments up to an action's delimiter, which is scanned too; False at the end."""
        while True:
            delimiter = self._source.find(_LEFT, self._position)
            if delimiter < 0:
                self._position = len(self._source)
                if self._position > self._start:
                    self._emit(TokenType.TEXT)
                return False
            after = delimiter + len(_LEFT)
            trims = self._source.startswith("-", after) and self._source[after + 1 : after + 2] in _SPACES
            text = self._source[self._start : delimiter]
            self._position = self._start + len(text.rstrip(" \t\r\n") if trims else text)
            if self._position > self._start:
                self._emit(TokenType.TEXT)
            inside = after + 2 if trims else after
            if self._source.startswith("/*", inside):
                self._skip_to(inside)
                self._comment()
                continue
            self._skip_to(delimiter)
            self._position = after
            self._emit(TokenType.LEFT_DELIMITER)
            self._skip_to(inside)
            self._paren_depth = 0
            return True

    def _comment(self) -> None:
        end = self._source.find("*/", self._position + 2)
        if end < 0:
            raise LexicalError("unclosed comment")
        self._position = end + 2
        width, trims = self._right_delimiter()
        if not width:
            raise LexicalError("comment ends before closing delimiter")
        self._skip_to(self._position + width)
        if trims:
            self._skip_spaces()

    def _right_delimiter(self) -> tuple[int, bool]:
        """Return how wide the closing delimiter here is, 0 if there is none, and whether it trims."""
        source, position = self._source, self._position
        if source.startswith(_RIGHT, position):
            return len(_RIGHT), False
        if source[position : position + 1] in _SPACES and source.startswith("-" + _RIGHT, position + 1):
            return 2 + len(_RIGHT), True
        return 0, False

    # Inside an action

    def _action(self) -> None:
        """Scan tokens up to and including the closing delimiter."""
        while True:
            width, trims = self._right_delimiter()
            if width:
                if self._paren_depth:
                    raise LexicalError("unclosed left paren")
                self._skip_to(self._position + width - len(_RIGHT))
                self._position += len(_RIGHT)
                self._emit(TokenType.RIGHT_DELIMITER)
                if trims:
                    self._skip_spaces()
                return
            self._token()

    def _token(self) -> None:
        char = self._peek()
        if not char:
            raise LexicalError("unclosed action")
        if char in _SPACES:
            self._space()
        elif char in "\"'`":
            self._quoted(char)
        elif char == "$":
            self._position += 1
            self._name(TokenType.VARIABLE, TokenType.VARIABLE)
        elif char in "+-0123456789" or (
            char == "." and self._source[self._position + 1 : self._position + 2] in _DECIMAL_DIGITS
        ):
            self._number()
        elif char == ".":
            self._position += 1
            if not self._peek():
                self._emit(TokenType.NUMBER)  # Go takes a point at the very end for one
            else:
                self._name(TokenType.FIELD, TokenType.DOT)
        elif _is_alphanumeric(char):
            self._identifier()
        else:
            self._punctuation(char)

    def _punctuation(self, char: str) -> None:
        self._position += 1
        if char == ":":
            if self._peek() != "=":
                raise LexicalError("expected :=")
            self._position += 1
            self._emit(TokenType.DECLARE)
        elif char in _SINGLE:
            self._paren_depth += (char == "(") - (char == ")")
            if self._paren_depth < 0:
                raise LexicalError("unexpected right paren")
            self._emit(_SINGLE[char])
        elif char.isascii() and char.isprintable():
            self._emit(TokenType.CHARACTER)
        else:
            raise LexicalError(f"unrecognized character in action: {describe_character(char)}")

    def _space(self) -> None:
        source, position = self._source, self._position
        while source[position : position + 1] in _SPACES:
            position += 1
        # The last space may belong to a delimiter that trims.
        self._position = position - source.startswith("-" + _RIGHT, position)
        self._emit(TokenType.SPACE)

    def _quoted(self, closing: str) -> None:
        what = {'"': "quoted string", "`": "raw quoted string", "'": "character constant"}[closing]
        source, position = self._source, self._position + 1
        while found := _SPECIAL_IN_QUOTES[closing].search(source, position):
            position = found.end()
            if found[0] == closing:
                break
            if found[0] == "\n":
                raise LexicalError(f"unterminated {what}")
        else:
            raise LexicalError(f"unterminated {what}")
        self._position = position
        kinds = {'"': TokenType.STRING, "`": TokenType.RAW_STRING, "'": TokenType.CHARACTER_CONSTANT}
        self._emit(kinds[closing])

    def _name(self, kind: TokenType, alone: TokenType) -> None:
        """Scan the name after a ``.`` or ``$``, which may have none."""
        if self._at_terminator():
            self._emit(alone)
            return
        self._alphanumerics()
        self._emit(kind)

    def _identifier(self) -> None:
        self._alphanumerics()
        word = self._source[self._start : self._position]
        kind = _KEYWORDS.get(word)
        if word in ("break", "continue") and word in self._identifiers:
            kind = None
        if kind is None:
            kind = TokenType.BOOL if word in ("true", "false") else TokenType.IDENTIFIER
        self._emit(kind)

    def _alphanumerics(self) -> None:
        source, position = self._source, self._position
        while position < len(source) and _is_alphanumeric(source[position]):
            position += 1
        self._position = position
        if not self._at_terminator():
            raise LexicalError(f"bad character {describe_character(self._peek())}")

    def _at_terminator(self) -> bool:
        char = self._peek()
        return not char or char in " \t\r\n.,|:)(" or self._source.startswith(_RIGHT, self._position)

    def _number(self) -> None:
        good = self._number_part()
        if good and self._peek() in ("+", "-"):
            good = self._number_part() and self._source[self._position - 1] == "i"
            kind = TokenType.COMPLEX
        else:
            kind = TokenType.NUMBER
        if not good:
            raise LexicalError(f"bad number syntax: {quote(self._source[self._start : self._position])}")
        self._emit(kind)

    def _number_part(self) -> bool:
        """Scan one number. It may be malformed in ways that show when it is converted."""
        self._accept("+-")
        digits, exponent = _DECIMAL, "eE"
        if self._accept("0") and self._peek() and self._peek() in "xXoObB":
            base = self._peek().lower()
            digits, exponent = _DIGITS_OF_BASE[base], "pP" if base == "x" else ""
            self._position += 1
        self._accept_run(digits)
        if self._accept("."):
            self._accept_run(digits)
        if self._accept(exponent):
            self._accept("+-")
            self._accept_run(_DECIMAL)
        self._accept("i")
        if self._peek() and _is_alphanumeric(self._peek()):
            self._position += 1
            return False
        return True

    def _accept(self, allowed: str) -> bool:
        char = self._peek()
        if char and char in allowed:
            self._position += 1
            return True
        return False

    def _accept_run(self, allowed: str) -> None:
        source, position = self._source, self._position
        while position < len(source) and source[position] in allowed:
            position += 1
        self._position = position
