"""Node, for the pieces of the page that are tried in it."""

from __future__ import annotations

import shutil

import pytest

from build import setup


def node() -> str:
    try:
        return str(setup.node_folder() / "bin" / "node")
    except setup.SetupFailed:
        return shutil.which("node") or pytest.skip("there is no node here")
