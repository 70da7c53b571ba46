"""The desk's own room: where `mentordesk` begins. It asks, shows, and sends the user's wish to an action."""
