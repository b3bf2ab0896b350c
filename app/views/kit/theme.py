"""Our look, light and dark: deep teal on warm white, apricot for the mentee's main action, no lines, one shadow.

Red is for danger to a person only: `error`, which Flutter uses for every wrong field, is a calm brown here.
"""

from __future__ import annotations

import flet as ft

GRID = 8
EDGE = 16
THOUGHT = 24
TARGET = 48
CORNER = 12
LETTER_TARGET = 64
LETTER_CORNER = 20

TEAL = "#0F6B5C"
APRICOT = "#E9945A"
ON_APRICOT = "#2E1503"
GROUND, GROUND_DARK = "#FFFBF6", "#12181A"
WARM = ft.Colors.ON_TERTIARY_FIXED_VARIANT
"""Apricot for a sign that lies on the ground: deeper by day, where apricot itself is too pale to be seen by all."""

_LIGHT = ft.ColorScheme(
    primary=TEAL,
    on_primary="#FFFFFF",
    primary_container="#CFE9E1",
    on_primary_container="#06372F",
    secondary="#4A635C",
    on_secondary="#FFFFFF",
    secondary_container="#DCEDE7",
    on_secondary_container="#10352D",
    tertiary=APRICOT,
    on_tertiary=ON_APRICOT,
    tertiary_container="#FCE6D5",
    on_tertiary_container="#4A2409",
    on_tertiary_fixed_variant="#B5591B",
    error="#8A4B12",
    on_error="#FFFFFF",
    error_container="#FBE8D6",
    on_error_container="#4A2409",
    surface=GROUND,
    on_surface="#1C2422",
    on_surface_variant="#55615D",
    surface_container_lowest="#FFFFFF",
    surface_container_low="#FBF5EE",
    surface_container="#F7F1E9",
    surface_container_high="#F3ECE3",
    surface_container_highest="#EFE8DE",
    outline="#7A857F",
    outline_variant="#DDD6CC",
    inverse_surface="#2B3432",
    on_inverse_surface="#F2F4F2",
    surface_tint="#00000000",
)

_DARK = ft.ColorScheme(
    primary="#7FD1BF",
    on_primary="#00372E",
    primary_container="#17483F",
    on_primary_container="#CDEEE5",
    secondary="#B1CCC4",
    on_secondary="#1D352F",
    secondary_container="#263B36",
    on_secondary_container="#D3E8E1",
    tertiary="#F0A877",
    on_tertiary=ON_APRICOT,
    tertiary_container="#3B2B20",
    on_tertiary_container="#FCE1CC",
    on_tertiary_fixed_variant="#F0A877",
    error="#E8B07F",
    on_error="#3B1E06",
    error_container="#4B2F1C",
    on_error_container="#FCE1CC",
    surface=GROUND_DARK,
    on_surface="#E7ECEA",
    on_surface_variant="#A9B6B1",
    surface_container_lowest="#1B2427",
    surface_container_low="#1A2225",
    surface_container="#1E282B",
    surface_container_high="#243033",
    surface_container_highest="#2A373A",
    outline="#87938E",
    outline_variant="#344144",
    inverse_surface="#E2E8E5",
    on_inverse_surface="#1C2422",
    surface_tint="#00000000",
)

SHADOW = ft.BoxShadow(blur_radius=12, spread_radius=0, color="#14000000", offset=ft.Offset(0, 2))
"""The one shadow."""


ARABIC = "Noto Sans Arabic"
"""Loaded with the page (build/pwa/fonts.py); other scripts come when the first letter of theirs is drawn."""


def corners(radius: int = CORNER) -> ft.RoundedRectangleBorder:
    return ft.RoundedRectangleBorder(radius=radius)


def theme(*, dark: bool = False, line_height: float = 1.4) -> ft.Theme:
    """The whole of it, for `page.theme` or `page.dark_theme`."""
    scheme = _DARK if dark else _LIGHT

    def text(size: int, weight: ft.FontWeight = ft.FontWeight.W_400) -> ft.TextStyle:
        return ft.TextStyle(
            size=size,
            weight=weight,
            height=line_height,
            color=scheme.on_surface,
            font_family_fallback=[ARABIC],
        )

    button = ft.ButtonStyle(shape=corners(), padding=ft.Padding.symmetric(horizontal=20, vertical=12))
    return ft.Theme(
        color_scheme_seed=TEAL,
        color_scheme=scheme,
        scaffold_bgcolor=scheme.surface,
        visual_density=ft.VisualDensity.STANDARD,
        text_theme=ft.TextTheme(
            body_large=text(16),
            body_medium=text(16),
            body_small=text(14),
            title_large=text(22, ft.FontWeight.W_600),
            title_medium=text(17, ft.FontWeight.W_600),
            title_small=text(15, ft.FontWeight.W_600),
            label_large=text(16, ft.FontWeight.W_500),
            label_medium=text(13, ft.FontWeight.W_500),
            headline_medium=text(28, ft.FontWeight.W_600),
        ),
        filled_button_theme=ft.FilledButtonTheme(style=button),
        outlined_button_theme=ft.OutlinedButtonTheme(style=button),
        text_button_theme=ft.TextButtonTheme(style=button),
        page_transitions=ft.PageTransitionsTheme(
            android=ft.PageTransitionTheme.FADE_FORWARDS, linux=ft.PageTransitionTheme.FADE_FORWARDS
        ),
    )
