"""The values of Istio's Helm chart, as the injector gets them."""

from __future__ import annotations

from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_OPENSHIFT = "openshift"


@dataclass(frozen=True, slots=True)
class HelmValues:
    """Values by path. Numbers are floats, as they are in the injector (Go reads them from JSON)."""

    tree: dict[str, Any]

    def at(self, path: str) -> Any:
        """Return the value under a dotted path such as ``global.proxy.image``, or None."""
        value: Any = self.tree
        for name in path.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        return value

    def text(self, path: str) -> str:
        """Return the value under a path as a string, empty where there is none."""
        value = self.at(path)
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return "" if value is None else str(value)

    def enabled(self, path: str) -> bool:
        """Whether the value under a path is true."""
        return self.at(path) is True

    @property
    def native_sidecars(self) -> bool | None:
        """What istiod's own environment says of native sidecars; None for nothing, or ``auto``."""
        return {"true": True, "false": False}.get(self.text("pilot.env.ENABLE_NATIVE_SIDECARS"))

    @property
    def compliance_policy(self) -> str:
        """The compliance policy in istiod's own environment, such as ``fips-140-3``, or nothing."""
        return self.text("pilot.env.COMPLIANCE_POLICY")

    @property
    def platform(self) -> str:
        """The platform, as far as it matters: ``openshift``, or nothing."""
        return _OPENSHIFT if self.text("global.platform") == _OPENSHIFT else ""


def helm_values(tree: dict[str, Any]) -> HelmValues:
    """Return the values of a plain object, whole numbers turned into floats."""
    return HelmValues({name: _with_floats(value) for name, value in tree.items()})


def _with_floats(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return float(value)
    if isinstance(value, dict):
        return {name: _with_floats(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_with_floats(item) for item in value]
    return value
