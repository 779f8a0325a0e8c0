"""All that a release consists of, built into a folder by ``python -m tools.release VERSION``.

The same commit gives the same bytes: everything is built from what ``git archive`` gives of it, files in archives are
sorted and have the commit's time, and no random number or clock is used. ``constraints.txt`` names the versions of the
tools, which the extra ``release`` installs.
"""
