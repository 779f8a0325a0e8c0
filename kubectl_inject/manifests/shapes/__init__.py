"""Documents of one shape: their texts differ in strings alone, and so do the changes of what they mean.

Many workloads are written alike: the same keys and indentation, other names. How such a document reads, and what an
edit does to its text, is found once, with a word of our own in the place of each string. For the others the strings
are put where those words stand.

That is right where a string can be exchanged for another without a change of anything else:

- A string of the document stands on one line, written as it is, of characters that mean nothing to YAML where it
  stands (``text_shape``). Where such a string ends depends on what is around it, which all documents of the shape have
  in common. All else is part of the shape: keys, comments, numbers, longer texts, and which of the strings are equal.
- A string that comes in, or is replaced, is written the same way everywhere. Any other is part of the shape.
- A mapping or list that comes in is filled in as in an outline.

What takes something away is derived anew each time, and so are documents with aliases or merges, and JSON. A shape is
learned when it comes for the second time, and what was learned must give the text that the second one had without it.
"""
