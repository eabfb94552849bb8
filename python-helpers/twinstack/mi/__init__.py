"""How the helpers are reached and heard through GDB/MI."""
