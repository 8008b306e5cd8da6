"""The version, in a module of its own so that the package and the build can both read it."""

__version__ = "0.1.0"
