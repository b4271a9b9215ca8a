"""The commands, one file each; each reads its files, calls one thing and tells what came of it."""
