"""The app's runtime: event loop, key queue, background tasks, signals."""
