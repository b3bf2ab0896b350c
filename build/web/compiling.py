"""Runs in Pyodide under node (compile.mjs): every .py below a folder becomes a .pyc, and the source goes.

Without docstrings and asserts (-OO). Our own code travels `bare` besides: what stands behind the colons of a function
says something to the checker and the reader, and nothing to a phone. Classes keep theirs, for they are data.
"""

from __future__ import annotations

import ast
import importlib.util
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined]
from pathlib import Path


class Bare(ast.NodeTransformer):
    """Takes the annotations of functions and of what they hold inside away; lines stay where they are."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._function(node)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        given = node.args
        for one in (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg):
            if one is not None:
                one.annotation = None
        node.returns = None
        node.body = [Inside().visit(one) for one in node.body]
        return self.generic_visit(node)


class Inside(ast.NodeTransformer):
    """Within a function `x: int = 1` is `x = 1`. What lies in a class or a function of its own is left to `Bare`."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is None:
            return ast.copy_location(ast.Pass(), node) if isinstance(node.target, ast.Name) else node
        return ast.copy_location(ast.Assign([node.target], node.value), node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return node

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return node


def compile_all(root: str, *, bare: bool) -> str:
    """Compiles everything below `root`; returns what could not be, a line each, empty when all is well."""
    failed = []
    for source in sorted(Path(root).rglob("*.py")):
        text = source.read_bytes()
        try:
            tree = ast.parse(text, str(source))
            tree = ast.fix_missing_locations(Bare().visit(tree)) if bare else tree
            code = compile(tree, str(source.relative_to(root)), "exec", dont_inherit=True, optimize=2)
        except (SyntaxError, ValueError) as no:
            failed.append(f"{source}: {no}")
            continue
        source.with_suffix(".pyc").write_bytes(_code_to_hash_pyc(code, importlib.util.source_hash(text), False))
        source.unlink()
    return "\n".join(failed)
