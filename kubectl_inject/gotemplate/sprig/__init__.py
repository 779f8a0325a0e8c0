"""sprig's functions for templates (github.com/Masterminds/sprig v3.3), as far as they are pure.

The same template and the same data give the same result on every machine: local time is UTC, maps are walked in
the order of their keys, and what reads a clock, an environment or a source of chance is refused.
"""

from __future__ import annotations

from collections.abc import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kubectl_inject.gotemplate.functions import Function

MODULES: dict[str, str] = {
    "conversion": ("int int64 float64 atoi toDecimal toString toStrings"),
    "crypto.hashes": ("sha1sum sha256sum sha512sum adler32sum"),
    "defaults": ("empty default coalesce all any ternary fail hello"),
    "deferred": (
        "snakecase kebabcase camelcase swapcase untitle regexMatch regexFind regexFindAll regexReplaceAll "
        "regexReplaceAllLiteral regexSplit mustRegexMatch mustRegexFind mustRegexFindAll mustRegexReplaceAll "
        "mustRegexReplaceAllLiteral mustRegexSplit regexQuoteMeta semver semverCompare date dateInZone "
        "date_in_zone dateModify date_modify mustDateModify must_date_modify htmlDate htmlDateInZone toDate "
        "mustToDate unixEpoch duration durationRound urlParse urlJoin derivePassword decryptAES"
    ),
    "dicts": (
        "dict get set unset hasKey pluck keys values pick omit dig merge mustMerge mergeOverwrite "
        "mustMergeOverwrite deepCopy mustDeepCopy"
    ),
    "encoding": ("b64enc b64dec b32enc b32dec"),
    "json": ("fromJson mustFromJson toJson mustToJson toPrettyJson mustToPrettyJson toRawJson mustToRawJson"),
    "lists": (
        "list tuple append mustAppend push mustPush prepend mustPrepend first mustFirst last mustLast rest "
        "mustRest initial mustInitial reverse mustReverse compact mustCompact uniq mustUniq without "
        "mustWithout has mustHas slice mustSlice chunk mustChunk concat join sortAlpha"
    ),
    "math.numbers": (
        "add add1 sub mul div mod max biggest min maxf minf addf add1f subf mulf divf floor ceil round until "
        "untilStep seq"
    ),
    "paths": ("base osBase dir osDir clean osClean ext osExt isAbs osIsAbs"),
    "reflection": ("typeOf kindOf typeIs typeIsLike kindIs deepEqual"),
    "text.formatting": ("quote squote cat indent nindent plural nospace initials abbrev abbrevboth wrap wrapWith"),
    "text.strings": (
        "upper lower title trim trimAll trimall trimSuffix trimPrefix contains hasPrefix hasSuffix split "
        "splitList splitn replace repeat trunc substr"
    ),
}
"""The modules of this package, and the names of the functions in each one's FUNCTIONS."""


class _Functions(Mapping[str, "Function"]):
    """Every function offered, by the name that templates call it by; its module is imported when it is first used."""

    def __init__(self) -> None:
        self._homes = {name: module for module, names in MODULES.items() for name in names.split()}

    def __getitem__(self, name: str) -> Function:
        # Package importlib takes longer to import than the module.
        module = __import__(f"{__name__}.{self._homes[name]}", fromlist=("FUNCTIONS",))
        found: Function = next(function for function in module.FUNCTIONS if function.name == name)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._homes)

    def __len__(self) -> int:
        return len(self._homes)


FUNCTIONS: Mapping[str, Function] = _Functions()
