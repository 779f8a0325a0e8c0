"""Where an ``InjectionConfig`` comes from, and the mesh config's types, defaults and merging."""
