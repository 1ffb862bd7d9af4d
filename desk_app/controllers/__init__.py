"""One controller per screen: methods in, signals out, never a widget."""
