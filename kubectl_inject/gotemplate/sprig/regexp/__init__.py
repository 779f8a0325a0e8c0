"""Go's package regexp: its syntax (RE2), its errors, and matching in time linear in the text.

Python's own ``re`` would not do: it differs in syntax and meaning, and a stranger's pattern could keep it busy
for ever.
"""
