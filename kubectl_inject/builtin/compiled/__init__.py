"""The built-in templates as Python, a module for each; see compiled_templates."""
