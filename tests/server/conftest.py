"""Servers are processes of their own: this is what they inherit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import corpuslint
import corpuslint_rules


@pytest.fixture(scope="session", autouse=True)
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The modules under test, and one cache for all tests here, as compiling the scanner takes long."""
    roots = (Path(module.__path__[0]).parent for module in (corpuslint, corpuslint_rules))
    patch = pytest.MonkeyPatch()
    patch.setenv("PYTHONPATH", os.pathsep.join(map(str, roots)))
    patch.setenv("CORPUSLINT_CACHE", str(tmp_path_factory.mktemp("cache")))
    yield
    patch.undo()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace: a repository of its own, so that nothing above it counts."""
    folder = tmp_path / "corpus"
    (folder / ".git").mkdir(parents=True)
    return folder
