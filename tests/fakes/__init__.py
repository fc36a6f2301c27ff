"""Stand-ins for the world outside: servers on this machine that misbehave as told."""
