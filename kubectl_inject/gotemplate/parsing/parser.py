"""Reading a template: text, control structures and definitions, by the rules of Go's text/template/parse."""

from __future__ import annotations

from kubectl_inject.gotemplate.errors import TemplateError
from kubectl_inject.gotemplate.parsing.expressions import ExpressionParser, Grammar, TokenStream
from kubectl_inject.gotemplate.parsing.lexer import TokenType, tokenize
from kubectl_inject.gotemplate.parsing.nodes import (
    Action,
    Body,
    Break,
    Conditional,
    Continue,
    Definition,
    Pipe,
    Range,
    Statement,
    TemplateCall,
    Text,
)
from kubectl_inject.gotemplate.quoting import quote
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import TypeAlias

    from kubectl_inject.gotemplate.limits import Limits
    from kubectl_inject.gotemplate.parsing.lexer import Token

_STRING_TYPES = (TokenType.STRING, TokenType.RAW_STRING)


def parse(
    source: str, name: str, functions: Collection[str], refused: Mapping[str, str], limits: Limits
) -> dict[str, Definition]:
    """Return the templates in a source by their names; the source as a whole is the one called ``name``.

    ``functions`` are the names that can be called, ``refused`` those that cannot and why. Raise TemplateError
    for what Go would refuse to parse, and for what is beyond the limits.
    """
    if len(source) > limits.source_length:
        raise _too_large(name, 1, f"longer than {limits.source_length} characters", "source_length")
    tokens = tokenize(source, frozenset({"break", "continue"}.intersection(functions)), limits.tokens)
    if len(tokens) > limits.tokens:
        raise _too_large(name, tokens[-1].line, f"made of more than {limits.tokens} tokens", "tokens")
    grammar = Grammar(name, source, functions, refused, limits.nesting, limits.pipeline_tokens)
    stream = TokenStream(tokens)
    definitions: dict[str, Definition] = {}
    _TemplateParser(grammar, stream, definitions).parse_source()
    return definitions


def _too_large(name: str, line: int, problem: str, limit: str) -> TemplateError:
    return TemplateError(name, line, None, f"the template is {problem} (Limits.{limit})", "", limit=limit)


@dataclass(frozen=True, slots=True)
class _End:
    def __str__(self) -> str:
        return "{{end}}"


@dataclass(frozen=True, slots=True)
class _Else:
    def __str__(self) -> str:
        return "{{else}}"


_Terminator: TypeAlias = _End | _Else


class _TemplateParser(ExpressionParser):
    """Reads one template; those defined inside are read by parsers of their own, with variables of their own."""

    def __init__(
        self, grammar: Grammar, stream: TokenStream, definitions: dict[str, Definition], depth: int = 0
    ) -> None:
        super().__init__(grammar, stream, depth)
        self._definitions = definitions
        self._first = stream.index
        self._range_depth = 0

    def parse_source(self) -> None:
        """Read a whole source and add the templates in it to the definitions.

        ``source = { definition | text | action }``
        """
        statements: list[Statement] = []
        while self._peek().type is not TokenType.END_OF_FILE:
            start = self._stream.index
            if self._next().type is TokenType.LEFT_DELIMITER and self._next_non_space().type is TokenType.DEFINE:
                inner = _TemplateParser(self._grammar, self._stream, self._definitions, self._depth)
                inner.parse_definition()
                continue
            self._stream.index = start
            statement = self._text_or_action()
            if isinstance(statement, (_End, _Else)):
                raise self._error(f"unexpected {statement}")
            statements.append(statement)
        self._define(self._grammar.name, tuple(statements))

    def parse_definition(self) -> None:
        """Read a definition, of which the keyword has been read.

        ``definition = "{{" "define" string "}}" items "{{" "end" "}}"``
        """
        name = self._unquoted(self._expect("define clause", *_STRING_TYPES))
        self._expect("define clause", TokenType.RIGHT_DELIMITER)
        self._define(name, self._definition_body("define clause"))

    def parse_block(self, name: str) -> None:
        """Read the body of a block of that name, and its end."""
        self._define(name, self._definition_body("block clause"))

    def _definition_body(self, context: str) -> Body:
        self._enter()
        body, terminator = self._items()
        if not isinstance(terminator, _End):
            raise self._error(f"unexpected {terminator} in {context}")
        self._leave()
        return body

    def _define(self, name: str, body: Body) -> None:
        definition = Definition(name, body, self.deepest, self.assigns_within, self._stream.index - self._first)
        known = self._definitions.get(name)
        if known is None or known.is_empty():
            self._definitions[name] = definition
        elif not definition.is_empty():
            raise self._error(f"template: multiple definition of template {quote(name)}")

    def _items(self) -> tuple[Body, _Terminator]:
        """Read statements up to the end or else of what they are in, which is returned too.

        ``items = { text | action }``
        """
        statements: list[Statement] = []
        while self._peek_non_space().type is not TokenType.END_OF_FILE:
            statement = self._text_or_action()
            if isinstance(statement, (_End, _Else)):
                return tuple(statements), statement
            statements.append(statement)
        raise self._error("unexpected EOF")

    def _text_or_action(self) -> Statement | _Terminator:
        token = self._next_non_space()
        if token.type is TokenType.TEXT:
            return Text(token.position, token.text)
        if token.type is not TokenType.LEFT_DELIMITER:
            raise self._unexpected(token, "input")
        self._action_line = token.line
        statement = self._action()
        self._action_line = 0
        return statement

    def _action(self) -> Statement | _Terminator:
        """Read an action, of which the opening delimiter has been read.

        ``action = "{{" ( if | with | range | template | block | "break" | "continue" | "else" | "end"
        | pipeline ) "}}"``
        """
        token = self._next_non_space()
        match token.type:
            case TokenType.IF | TokenType.WITH:
                return self._conditional(token)
            case TokenType.RANGE:
                return self._range()
            case TokenType.TEMPLATE:
                return self._template_call()
            case TokenType.BLOCK:
                return self._block()
            case TokenType.BREAK | TokenType.CONTINUE:
                return self._jump(token)
            case TokenType.ELSE:
                if self._peek_non_space().type not in (TokenType.IF, TokenType.WITH):
                    self._expect("else", TokenType.RIGHT_DELIMITER)
                return _Else()
            case TokenType.END:
                self._expect("end", TokenType.RIGHT_DELIMITER)
                return _End()
        self._back()
        return Action(token.position, self._pipeline("command", TokenType.RIGHT_DELIMITER))

    def _conditional(self, keyword: Token) -> Conditional:
        """Read an ``if`` or ``with``, of which the keyword has been read.

        ``if = "if" pipeline "}}" items { "{{" "else" "if" pipeline "}}" items }
        [ "{{" "else" "}}" items ] "{{" "end"``; ``with`` in the same way.
        """
        self._enter()
        outer_variables = len(self._variables)
        arms: list[tuple[Pipe, Body]] = []
        otherwise: Body = ()
        position = self._peek_non_space().position
        while True:
            pipe = self._pipeline(keyword.text, TokenType.RIGHT_DELIMITER)
            body, terminator = self._items()
            arms.append((pipe, body))
            if isinstance(terminator, _End):
                break
            if self._peek().type is not keyword.type:
                otherwise = self._else_items()
                break
            self._next()
        self._forget_variables(outer_variables)
        self._leave()
        return Conditional(position, keyword.type is TokenType.WITH, tuple(arms), otherwise)

    def _range(self) -> Range:
        """Read a loop, of which the keyword has been read.

        ``range = "range" pipeline "}}" items [ "{{" "else" "}}" items ] "{{" "end"``
        """
        self._enter()
        outer_variables = len(self._variables)
        pipe = self._pipeline("range", TokenType.RIGHT_DELIMITER)
        self._range_depth += 1
        body, terminator = self._items()
        self._range_depth -= 1
        otherwise = self._else_items() if isinstance(terminator, _Else) else ()
        self._forget_variables(outer_variables)
        self._leave()
        return Range(pipe.position, pipe, body, otherwise)

    def _else_items(self) -> Body:
        body, terminator = self._items()
        if not isinstance(terminator, _End):
            raise self._error(f"expected end; found {terminator}")
        return body

    def _jump(self, keyword: Token) -> Break | Continue:
        token = self._next_non_space()
        if token.type is not TokenType.RIGHT_DELIMITER:
            raise self._unexpected(token, f"{{{{{keyword.text}}}}}")
        if self._range_depth == 0:
            raise self._error(f"{{{{{keyword.text}}}}} outside {{{{range}}}}")
        return Break(keyword.position) if keyword.type is TokenType.BREAK else Continue(keyword.position)

    def _template_call(self) -> TemplateCall:
        """Read a call of a template, of which the keyword has been read.

        ``template = "template" string [ pipeline ]``
        """
        token = self._expect("template clause", *_STRING_TYPES)
        name = self._unquoted(token)
        pipe = None
        if self._next_non_space().type is not TokenType.RIGHT_DELIMITER:
            self._back()
            pipe = self._pipeline("template clause", TokenType.RIGHT_DELIMITER)
        return TemplateCall(token.position, name, pipe)

    def _block(self) -> TemplateCall:
        """Read a block, which is a definition and a call of it; the keyword has been read.

        ``block = "block" string pipeline "}}" items "{{" "end"``
        """
        token = self._expect("block clause", *_STRING_TYPES)
        name = self._unquoted(token)
        pipe = self._pipeline("block clause", TokenType.RIGHT_DELIMITER)
        inner = _TemplateParser(self._grammar, self._stream, self._definitions, self._depth)
        inner.parse_block(name)
        return TemplateCall(token.position, name, pipe)
