"""Reading the inside of actions: pipelines, commands and operands."""

from __future__ import annotations

from kubectl_inject.gotemplate.errors import TemplateError
from kubectl_inject.gotemplate.parsing import numbers
from kubectl_inject.gotemplate.parsing.lexer import Token, TokenType
from kubectl_inject.gotemplate.parsing.nodes import (
    Bool,
    Chain,
    Command,
    Dot,
    Field,
    Identifier,
    Nil,
    Number,
    Operand,
    Pipe,
    String,
    Variable,
)
from kubectl_inject.gotemplate.quoting import LiteralSyntaxError, quote, unquote
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_OPERAND_STARTS = frozenset(
    {
        TokenType.BOOL,
        TokenType.CHARACTER_CONSTANT,
        TokenType.COMPLEX,
        TokenType.DOT,
        TokenType.FIELD,
        TokenType.IDENTIFIER,
        TokenType.NUMBER,
        TokenType.NIL,
        TokenType.RAW_STRING,
        TokenType.STRING,
        TokenType.VARIABLE,
        TokenType.LEFT_PAREN,
    }
)
_NUMBER_READERS = {
    TokenType.NUMBER: numbers.read_number,
    TokenType.COMPLEX: numbers.read_complex,
    TokenType.CHARACTER_CONSTANT: numbers.read_character,
}


class TokenStream:
    """The tokens of a source and how far they have been read; shared by a template and those defined in it."""

    def __init__(self, tokens: list[Token]) -> None:
        """Start at the first token."""
        self.tokens = tokens
        self.index = 0


@dataclass(frozen=True, slots=True)
class Grammar:
    """What stays the same for all of a source: its name and text, the functions there are, some limits."""

    name: str
    source: str
    functions: Collection[str]
    refused: Mapping[str, str]
    nesting: int
    pipeline_tokens: int


class ExpressionParser:
    """Reads pipelines by recursive descent, for one template of a source.

    The line in an error is that of the last token read for this template, which is how Go counts.
    """

    def __init__(self, grammar: Grammar, stream: TokenStream, depth: int = 0) -> None:
        """Read on from where the stream is; ``depth`` is how deep the surroundings are nested."""
        self._grammar = grammar
        self._stream = stream
        self._last_read = -1
        self._variables = ["$"]
        self._declared = {"$": 1}
        self._action_line = 0
        self._depth = depth
        self.deepest = depth
        self.assigns_within = False

    def _forget_variables(self, count: int) -> None:
        """Forget all variables but the first ``count``."""
        for name in self._variables[count:]:
            self._declared[name] -= 1
        del self._variables[count:]

    # Tokens

    def _next(self) -> Token:
        stream = self._stream
        index = min(stream.index, len(stream.tokens) - 1)
        stream.index += 1
        self._last_read = max(self._last_read, index)
        return stream.tokens[index]

    def _back(self) -> None:
        self._stream.index -= 1

    def _peek(self) -> Token:
        token = self._next()
        self._back()
        return token

    def _next_non_space(self) -> Token:
        token = self._next()
        while token.type is TokenType.SPACE:
            token = self._next()
        return token

    def _peek_non_space(self) -> Token:
        token = self._next_non_space()
        self._back()
        return token

    def _expect(self, context: str, *kinds: TokenType) -> Token:
        token = self._next_non_space()
        if token.type not in kinds:
            raise self._unexpected(token, context)
        return token

    # Errors

    def _error(self, reason: str, limit: str = "") -> TemplateError:
        line = self._stream.tokens[self._last_read].line if self._last_read >= 0 else 0
        lines = self._grammar.source.split("\n")
        source_line = lines[line - 1] if 0 < line <= len(lines) else ""
        return TemplateError(self._grammar.name, line, None, reason, source_line, limit=limit)

    def _unexpected(self, token: Token, context: str) -> TemplateError:
        if token.type is not TokenType.ERROR:
            return self._error(f"unexpected {token} in {context}")
        started = ""
        if self._action_line not in (0, token.line):
            action = "" if token.text.endswith(" action") else " in action"
            started = f"{action} started at {self._grammar.name}:{self._action_line}"
        return self._error(f"{token}{started}")

    def _enter(self) -> None:
        self._depth += 1
        self.deepest = max(self.deepest, self._depth)
        if self._depth > self._grammar.nesting:
            self._last_read = max(self._last_read, self._stream.index - 1)
            raise self._error(f"nested more than {self._grammar.nesting} deep (Limits.nesting)", limit="nesting")

    def _leave(self) -> None:
        self._depth -= 1

    # Grammar

    def _pipeline(self, context: str, end: TokenType) -> Pipe:
        """Read a pipeline and the token that ends it.

        ``pipeline = [ variable [ "," variable ] ( ":=" | "=" ) ] command { "|" command } end``,
        where a second variable is for ``range`` only.
        """
        position = self._peek_non_space().position
        start = self._stream.index
        variables, assigns = self._declarations(context)
        commands: list[Command] = []
        while (token := self._next_non_space()).type is not end:
            if token.type not in _OPERAND_STARTS:
                raise self._unexpected(token, context)
            self._back()
            commands.append(self._command())
        if self._stream.index - start > self._grammar.pipeline_tokens:
            problem = f"pipeline of more than {self._grammar.pipeline_tokens} tokens (Limits.pipeline_tokens)"
            raise self._error(problem, limit="pipeline_tokens")
        if not commands:
            raise self._error(f"missing value for {context}")
        for stage, command in enumerate(commands[1:], start=2):
            if isinstance(command.operands[0], (Bool, Dot, Nil, Number, String)):
                raise self._error(f"non executable command in pipeline stage {stage}")
        return Pipe(position, tuple(variables), assigns, tuple(commands))

    def _declarations(self, context: str) -> tuple[list[Variable], bool]:
        variables: list[Variable] = []
        while (token := self._peek_non_space()).type is TokenType.VARIABLE:
            start = self._stream.index
            self._next()
            following = self._peek_non_space()
            is_comma = following.type is TokenType.CHARACTER and following.text == ","
            if not is_comma and following.type not in (TokenType.ASSIGN, TokenType.DECLARE):
                self._stream.index = start  # the variable is an operand
                break
            self._next()
            variables.append(Variable(token.position, token.text))
            self._variables.append(token.text)
            self._declared[token.text] = self._declared.get(token.text, 0) + 1
            if not is_comma:
                return variables, following.type is TokenType.ASSIGN
            if context != "range" or len(variables) > 1:
                raise self._error(f"too many declarations in {context}")
            second = self._peek_non_space().type
            if second not in (TokenType.VARIABLE, TokenType.RIGHT_DELIMITER, TokenType.RIGHT_PAREN):
                raise self._error("range can only initialize variables")
        return variables, False

    def _command(self) -> Command:
        """Read a command; a ``|`` after it is read too, other ends are not.

        ``command = operand { space operand }``
        """
        position = self._peek_non_space().position
        operands: list[Operand] = []
        while True:
            self._peek_non_space()
            operand = self._operand()
            if operand is not None:
                operands.append(operand)
            token = self._next()
            if token.type is TokenType.SPACE:
                continue
            if token.type in (TokenType.RIGHT_DELIMITER, TokenType.RIGHT_PAREN):
                self._back()
            elif token.type is not TokenType.PIPE:
                raise self._unexpected(token, "operand")
            break
        if not operands:
            raise self._error("empty command")
        return Command(position, tuple(operands))

    def _operand(self) -> Operand | None:
        """Read an operand, or nothing where none starts.

        ``operand = term { field }``
        """
        term = self._term()
        if term is None or self._peek().type is not TokenType.FIELD:
            return term
        position = self._peek().position
        names: list[str] = []
        while self._peek().type is TokenType.FIELD:
            names.append(self._next().text[1:])
        match term:
            case Field():
                return Field(position, (*term.names, *names))
            case Variable():
                return Variable(position, term.name, (*term.fields, *names))
            case Identifier() | Pipe():
                return Chain(position, term, tuple(names))
            case _:
                raise self._error(f"unexpected . after term {quote(str(term))}")

    def _term(self) -> Operand | None:
        """Read a term, or nothing where none starts.

        ``term = function | "." | field | variable | "nil" | bool | number | character | string
        | "(" pipeline ")"``
        """
        token = self._next_non_space()
        match token.type:
            case TokenType.IDENTIFIER:
                return self._function(token)
            case TokenType.DOT:
                return Dot(token.position)
            case TokenType.NIL:
                return Nil(token.position)
            case TokenType.FIELD:
                return Field(token.position, (token.text[1:],))
            case TokenType.VARIABLE:
                if not self._declared.get(token.text):
                    raise self._error(f"undefined variable {quote(token.text)}")
                return Variable(token.position, token.text)
            case TokenType.BOOL:
                return Bool(token.position, token.text == "true")
            case TokenType.STRING | TokenType.RAW_STRING:
                return String(token.position, token.text, self._unquoted(token))
            case TokenType.LEFT_PAREN:
                self._enter()
                pipe = self._pipeline("parenthesized pipeline", TokenType.RIGHT_PAREN)
                self._leave()
                self.assigns_within = self.assigns_within or pipe.assigns
                return pipe
        if token.type in _NUMBER_READERS:
            return self._number(token)
        self._back()
        return None

    def _function(self, token: Token) -> Identifier:
        if token.text not in self._grammar.functions:
            refusal = self._grammar.refused.get(token.text)
            if refusal is not None:
                raise self._error(f"function {quote(token.text)} cannot be used: {refusal}")
            raise self._error(f"function {quote(token.text)} not defined")
        return Identifier(token.position, token.text)

    def _unquoted(self, token: Token) -> str:
        try:
            return unquote(token.text)
        except LiteralSyntaxError as error:
            raise self._error(str(error)) from None

    def _number(self, token: Token) -> Number:
        try:
            return Number(token.position, _NUMBER_READERS[token.type](token.text))
        except (numbers.NumberSyntaxError, LiteralSyntaxError) as error:
            raise self._error(str(error)) from None
