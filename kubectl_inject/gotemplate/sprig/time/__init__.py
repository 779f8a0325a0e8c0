"""Go's package time, and sprig's functions of dates. No clock is read: local time is UTC."""
