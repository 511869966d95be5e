"""CVs: text → Profile, each fact with the place that proves it."""
