"""The families of functions that few templates call: each is imported at the first call of one of them."""

from __future__ import annotations

from kubectl_inject.gotemplate.functions import Function, ParameterType, Work
from kubectl_inject.gotemplate.sprig.tables import imported_when_called, named

ANY, STRING, INT, MAP = ParameterType.ANY, ParameterType.STRING, ParameterType.INT, ParameterType.MAP

_CASING = ("snakecase", "kebabcase", "camelcase", "swapcase", "untitle")

_REGEXP: dict[str, tuple[str, tuple[ParameterType, ...]]] = {
    "Match": ("match", (STRING, STRING)),
    "Find": ("find", (STRING, STRING)),
    "FindAll": ("find_all", (STRING, STRING, INT)),
    "ReplaceAll": ("replace_all", (STRING, STRING, STRING)),
    "ReplaceAllLiteral": ("replace_all_literal", (STRING, STRING, STRING)),
    "Split": ("split", (STRING, STRING, INT)),
}


def _regexp(name: str, python_name: str, params: tuple[ParameterType, ...]) -> Function:
    return Function(
        name, imported_when_called("regexp.matching", python_name), params, work=Work.CRAWLING, metered=True
    )


def _time(name: str, python_name: str, *params: ParameterType) -> Function:
    return Function(name, imported_when_called("time.dates", python_name), params, work=Work.CRAWLING)


FUNCTIONS = (
    *(Function(name, imported_when_called("text.casing", name), (STRING,), work=Work.CRAWLING) for name in _CASING),
    *(_regexp(f"regex{name}", python_name, params) for name, (python_name, params) in _REGEXP.items()),
    *(_regexp(f"mustRegex{name}", f"must_{python_name}", params) for name, (python_name, params) in _REGEXP.items()),
    Function("regexQuoteMeta", imported_when_called("regexp.matching", "quote_meta"), (STRING,)),
    Function("semver", imported_when_called("semver.versions", "semver"), (STRING,), work=Work.CRAWLING),
    Function(
        "semverCompare",
        imported_when_called("semver.constraints", "semver_compare"),
        (STRING, STRING),
        work=Work.CRAWLING,
    ),
    _time("date", "date", STRING, ANY),
    *named(_time("dateInZone", "date_in_zone", STRING, ANY, STRING), "date_in_zone"),
    *named(_time("dateModify", "date_modify", STRING, ANY), "date_modify"),
    *named(_time("mustDateModify", "must_date_modify", STRING, ANY), "must_date_modify"),
    _time("htmlDate", "html_date", ANY),
    _time("htmlDateInZone", "html_date_in_zone", ANY, STRING),
    _time("toDate", "to_date", STRING, STRING),
    _time("mustToDate", "must_to_date", STRING, STRING),
    _time("unixEpoch", "unix_epoch", ANY),
    Function("duration", imported_when_called("time.durations", "duration"), (ANY,), work=Work.CRAWLING),
    Function("durationRound", imported_when_called("time.durations", "duration_round"), (ANY,), work=Work.CRAWLING),
    Function("urlParse", imported_when_called("urls", "url_parse"), (STRING,), work=Work.CRAWLING),
    Function("urlJoin", imported_when_called("urls", "url_join"), (MAP,), work=Work.CRAWLING),
    Function(
        "derivePassword",
        imported_when_called("crypto.passwords", "derive_password"),
        (INT, STRING, STRING, STRING, STRING),
        metered=True,
    ),
    Function("decryptAES", imported_when_called("crypto.aes", "decrypt_aes"), (STRING, STRING), metered=True),
)
