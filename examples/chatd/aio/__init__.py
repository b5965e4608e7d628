"""The daemon's modules for asyncio. Each has a namesake one folder up that says why."""
