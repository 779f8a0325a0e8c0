"""The settings by name: how files, flags and environment variables spell each, and what it holds."""

from __future__ import annotations

from enum import Enum

from kubectl_inject.startup.frozen import dataclass


class Form(Enum):
    """What a setting holds. ``FILE`` and ``FILES`` are names of files, ``..._OR_INLINE`` also what stands in one."""

    TEXT = "a string"
    FILE = "the name of a file"
    FILE_OR_INLINE = "the name of a file, or a mapping"
    TEXTS = "strings"
    FILES = "names of files"
    FILES_OR_INLINE = "names of files, or mappings"
    PAIRS = "a mapping of names to strings"
    SWITCH = "true or false"

    @property
    def is_list(self) -> bool:
        """Whether it is a list of what it names."""
        return self in (Form.TEXTS, Form.FILES, Form.FILES_OR_INLINE)

    @property
    def is_repeated(self) -> bool:
        """Whether its flag can be given more than once."""
        return self.is_list or self is Form.PAIRS

    @property
    def names_files(self) -> bool:
        """Whether a string in it is the name of a file."""
        return self in (Form.FILE, Form.FILE_OR_INLINE, Form.FILES, Form.FILES_OR_INLINE)

    @property
    def takes_inline(self) -> bool:
        """Whether a mapping can stand in the place of a file's name."""
        return self in (Form.FILE_OR_INLINE, Form.FILES_OR_INLINE)


@dataclass(frozen=True, slots=True)
class SettingField:
    """A setting: its name in InjectionSettings, its key in files, its flag, and its help.

    None of them makes the tool ask a cluster, or names a kubeconfig: whoever can write a settings file must not be
    able to run something as the one who uses it.
    """

    name: str
    key: str
    flag: str
    form: Form
    help: str
    choices: tuple[str, ...] = ()
    short_flag: str = ""

    @property
    def flags(self) -> tuple[str, ...]:
        """Its flag, and the short one if it has one."""
        return (self.flag, self.short_flag) if self.short_flag else (self.flag,)


FIELDS: tuple[SettingField, ...] = (
    SettingField(
        "config", "config", "--config", Form.FILES_OR_INLINE, "Captured configuration, or files saved from a cluster."
    ),
    SettingField(
        "inject_config_file",
        "injectConfigFile",
        "--inject-config-file",
        Form.FILE,
        "Key 'config' of the ConfigMap istio-sidecar-injector.",
    ),
    SettingField(
        "values_file",
        "valuesFile",
        "--values-file",
        Form.FILE,
        "Key 'values' of the ConfigMap istio-sidecar-injector.",
    ),
    SettingField(
        "mesh_config_file", "meshConfigFile", "--mesh-config-file", Form.FILE, "Key 'mesh' of the ConfigMap istio."
    ),
    SettingField(
        "istio_version",
        "istioVersion",
        "--istio-version",
        Form.TEXT,
        "The release of Istio whose rules hold, such as 1.31 or 1.30.3. Default: the one that the configuration names.",
    ),
    SettingField("profile", "profile", "--profile", Form.TEXT, "Of the built-in configuration: cni, openshift, ..."),
    SettingField(
        "values",
        "values",
        "--values",
        Form.FILES_OR_INLINE,
        "Helm values of istiod, or an IstioOperator, for the built-in configuration.",
    ),
    SettingField(
        "set_values", "set", "--set", Form.TEXTS, "NAME=VALUE,... as in Helm, for the built-in configuration."
    ),
    SettingField(
        "mesh_config",
        "meshConfig",
        "--mesh-config",
        Form.FILE_OR_INLINE,
        "Mesh config laid over that of the built-in configuration.",
    ),
    SettingField(
        "revision",
        "revision",
        "--revision",
        Form.TEXT,
        "Revision of the control plane, or a tag.",
        short_flag="-r",
    ),
    SettingField(
        "revision_tags", "revisionTags", "--revision-tag", Form.PAIRS, "TAG=REVISION,...: what tags stand for."
    ),
    SettingField(
        "native_sidecars",
        "nativeSidecars",
        "--native-sidecars",
        Form.SWITCH,
        "Run the proxy as an init container of its own kind. Default: as the configuration has it, else on.",
    ),
    SettingField("platform", "platform", "--platform", Form.TEXT, "openshift, or nothing.", ("openshift",)),
    SettingField("compliance_policy", "compliancePolicy", "--compliance-policy", Form.TEXT, "Such as fips-140-3."),
    SettingField(
        "injection",
        "injection",
        "--injection",
        Form.TEXT,
        "manual: every workload that does not refuse (default); auto: what the webhooks would select.",
        ("manual", "auto"),
    ),
    SettingField(
        "hooks",
        "hooks",
        "--hooks",
        Form.TEXT,
        "Helm's hooks: inject or skip all. Default: those that would never end with a sidecar are left out.",
        ("inject", "skip"),
    ),
    SettingField(
        "namespace", "namespace", "--namespace", Form.TEXT, "Namespace of objects that name none.", short_flag="-n"
    ),
    SettingField(
        "namespace_files",
        "namespaceFiles",
        "--namespace-file",
        Form.FILES,
        "Namespace objects, for --injection auto.",
    ),
    SettingField(
        "namespace_labels",
        "namespaceLabels",
        "--namespace-labels",
        Form.PAIRS,
        "KEY=VALUE,... of every namespace that no object describes.",
    ),
)
