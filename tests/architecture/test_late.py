"""No start brings what nearly none needs: the exercises and their model of memory come when practice opens."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.tree import ROOT

ASK = """
import importlib, sys
from app.main import EARLY
for module in EARLY:
    if not module.endswith(".web"):
        importlib.import_module(module)
print([name for name in sys.modules if name.split(".")[0] == "fsrs" or name.startswith("app.exercises")])
import app.views.mentees.file
print("fsrs" in sys.modules)
import app.views.practice.sitting
print("fsrs" in sys.modules)
"""


def test_no_start_imports_the_exercises_and_no_mentor_the_model_of_memory() -> None:
    said = subprocess.run([sys.executable, "-c", ASK], cwd=ROOT, capture_output=True, text=True, check=True)

    assert said.stdout.split("\n")[:3] == ["[]", "False", "True"]
