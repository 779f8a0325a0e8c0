"""The way back: an injection is taken out, by what Istio records of it and by this project's own record."""
