"""A repository wired for injection: what stands in it, what would be changed, and what that builds."""
