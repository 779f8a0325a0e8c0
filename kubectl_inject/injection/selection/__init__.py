"""Who is injected, and why: what a Pod asks for, what the control plane's webhooks select, Helm's hooks."""
