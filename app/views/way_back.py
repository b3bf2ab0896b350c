"""Where *back* leads from an address."""

from __future__ import annotations

from app.views.kit.screen import TABS


def back_from(path: str, tab: str) -> str:
    """Where *back* leads, the system's gesture too: a step inside a detail to the detail, all else to its door."""
    pieces = path.strip("/").split("/")
    if path in TABS:
        return "/"
    if pieces[0] == "more" and len(pieces) > 3:
        return "/" + "/".join(pieces[:3])
    if pieces == ["help"]:
        return "/times"
    if pieces[0] == "strengths" and len(pieces) > 1:
        return "/strengths"
    if pieces in (["badge"], ["agreement"]):
        return "/more"
    if pieces[0] in {"about", "passed", "yes"}:
        return "/yes" if len(pieces) > 1 else "/who"
    if pieces[0] == "cases" and len(pieces) > 3:
        return "/" + "/".join(pieces[: 3 if len(pieces) == 4 else 4])
    if pieces[0] in {"cases", "companies", "groups", "letters", "mentors", "practise", "steps"} and len(pieces) == 2:
        return f"/{pieces[0]}"
    if pieces[:2] == ["more", "person"]:
        return "/more/team"
    if pieces[0] in {"places", "outreach"} and len(pieces) == 2:
        return f"/{pieces[0]}"
    return "/" + "/".join(pieces[:2]) if len(pieces) > 2 else tab
