"""The root of every error that this project raises."""


class InjectionError(Exception):
    """Injection cannot go on; ``str()`` of it is one message for the user.

    The message says what was found, what was expected, and where.
    """
