"""A YAML file as plain values, and the line that each part stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any  # Any: what a file holds

import yaml

from app.exercises.shape import Place


@dataclass(frozen=True, order=True)
class Fault:
    """Something wrong in a file, said to the one who writes it."""

    file: str
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.why}"


class Broken(Exception):
    """A file that is left out; `fault` says where and why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


@dataclass
class YamlFile:
    """`raw` = its values; a part's own line, else that of the part it is missing from."""

    path: Path
    raw: Any = None
    lines: dict[Place, int] = field(default_factory=dict)

    def fault(self, place: Place, why: str) -> Fault:
        while place not in self.lines and place:
            place = place[:-1]
        return Fault(self.path.name, self.lines.get(place, 1), why)


def read_yaml(path: Path) -> YamlFile:
    """Broken where it is no YAML, or says one name twice."""
    file = YamlFile(path)
    try:
        loader = yaml.CSafeLoader(path.read_text(encoding="utf-8"))
        node = loader.get_single_node()
        file.raw = _value(file, loader, node, ()) if node else {}
    except yaml.MarkedYAMLError as no:
        line = no.problem_mark.line + 1 if no.problem_mark else 1
        raise Broken(Fault(path.name, line, f"this is no YAML: {no.problem}")) from no
    except (yaml.YAMLError, UnicodeDecodeError) as no:
        raise Broken(Fault(path.name, 1, f"this is no YAML: {no}")) from no
    return file


def _value(file: YamlFile, loader: yaml.CSafeLoader, node: yaml.Node, place: Place) -> Any:
    file.lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_value(file, loader, each, (*place, number)) for number, each in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return loader.construct_object(node)
    read = {}
    for key_node, value_node in node.value:
        key = key_node.value
        file.lines[(*place, key)] = key_node.start_mark.line + 1
        if key in read:
            raise Broken(file.fault((*place, key), f"{key} stands here twice"))
        read[key] = _value(file, loader, value_node, (*place, key))
    return read
