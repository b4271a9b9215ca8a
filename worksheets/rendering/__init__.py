"""Stage 6, render: a finished worksheet or key into HTML or plain text."""
