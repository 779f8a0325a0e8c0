"""The functions of sprig that are not offered: a template has the same result everywhere, whenever it is rendered."""

from __future__ import annotations

_READS_THE_CLOCK = "reads the clock"
_IS_RANDOM = "is random"
_READS_THE_ENVIRONMENT = "reads the environment"
_ASKS_THE_NETWORK = "asks the network"
_NEEDS_X509 = "reads X.509 certificates and private keys, which this engine cannot"

REFUSED: dict[str, str] = {
    "now": _READS_THE_CLOCK,
    "ago": _READS_THE_CLOCK,
    "randAlphaNum": _IS_RANDOM,
    "randAlpha": _IS_RANDOM,
    "randAscii": _IS_RANDOM,
    "randNumeric": _IS_RANDOM,
    "randBytes": _IS_RANDOM,
    "randInt": _IS_RANDOM,
    "shuffle": _IS_RANDOM,
    "uuidv4": _IS_RANDOM,
    "bcrypt": _IS_RANDOM,
    "htpasswd": _IS_RANDOM,
    "encryptAES": _IS_RANDOM,
    "genPrivateKey": _IS_RANDOM,
    "genCA": _IS_RANDOM,
    "genCAWithKey": _IS_RANDOM,
    "genSelfSignedCert": _IS_RANDOM,
    "genSelfSignedCertWithKey": _IS_RANDOM,
    "genSignedCert": _IS_RANDOM,
    "genSignedCertWithKey": _IS_RANDOM,
    "buildCustomCert": _NEEDS_X509,
    "env": _READS_THE_ENVIRONMENT,
    "expandenv": _READS_THE_ENVIRONMENT,
    "getHostByName": _ASKS_THE_NETWORK,
}
