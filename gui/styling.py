"""Makes Qt's palette and style sheet from the theme, and puts a theme on the running program."""

from __future__ import annotations

from functools import lru_cache
from string import Template

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from charting.core.theme import Theme, mix
from charting.core.theme import theme as theme_of
from resources import resource_bytes, resource_path

SMALL = 0.92
"""Size of small texts beside that of the interface's font."""

_shown: list[Theme] = []


def shown_theme() -> Theme:
    """The theme that everything is shown in now."""
    return _shown[-1] if _shown else theme_of()


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Show everything in a theme, windows that are open included."""
    _shown[:] = [theme]
    sheet = stylesheet(theme, application.font())
    if application.styleSheet() != sheet:  # setting the same one would polish every widget anew
        application.setPalette(palette(theme))
        # A sheet in place of another makes Qt polish each widget once for every one that it lies in; one in place of none, once.
        application.setStyleSheet("")
        application.setStyleSheet(sheet)


def palette(theme: Theme) -> QPalette:
    """Qt's palette in the theme's colours."""
    role = QPalette.ColorRole
    found = QPalette()
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.panel,
        role.AlternateBase: theme.raised,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Highlight: selection(theme),
        role.HighlightedText: theme.text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.raised,
        role.Midlight: theme.raised,
        role.Mid: theme.border,
        role.Dark: theme.border,
        role.Shadow: theme.window,
    }
    for name, colour in colours.items():
        found.setColor(name, QColor(colour))
    hint = QColor(theme.text)
    hint.setAlpha(128)
    found.setColor(role.PlaceholderText, hint)
    faded = QColor(disabled(theme))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        found.setColor(QPalette.ColorGroup.Disabled, name, faded)
    return found


def selection(theme: Theme) -> str:
    """Ground of what is selected: a tint of the accent on which text keeps its contrast."""
    return mix(theme.accent, theme.panel, 0.26 if theme.mode == "dark" else 0.16)


def hover(theme: Theme) -> str:
    """Ground of what the pointer is over."""
    return mix(theme.text, theme.panel, 0.08)


def disabled(theme: Theme) -> str:
    """Text of what cannot be used now."""
    return mix(theme.text_muted, theme.panel, 0.55)


def stylesheet(theme: Theme, font: QFont) -> str:
    """Qt's style sheet in the theme's colours, with sizes that follow the interface's font."""
    return _template().substitute(_values(theme, font))


def interface_font(base: QFont) -> QFont:
    """The font of the interface: the desktop's own, not smaller than 9 points, with figures of equal width.

    Chinese is written in a font of the script that is read. Left to itself Qt takes the first font that has the signs, which
    may be in Japan's form, or bold.
    """
    found = QFont(base)
    if (han := han_family(QLocale())) and han not in found.families():
        found.setFamilies([*found.families(), han])
    if 0 < found.pointSizeF() < 9:
        found.setPointSizeF(9)
    found.setFeature(QFont.Tag("tnum"), 1)
    return found


def han_family(locale: QLocale) -> str:
    """The font for Chinese in the script of the locale, as each desktop has one; empty for other languages or without one."""
    if locale.language() != QLocale.Language.Chinese:
        return ""
    traditional = locale.script() == QLocale.Script.TraditionalHanScript
    wanted = (
        ("PingFang HK", "Microsoft JhengHei UI", "Noto Sans CJK HK", "Noto Sans HK", "Noto Sans CJK TC", "Source Han Sans HK")
        if traditional
        else ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC")
    )
    return next((family for family in wanted if QFontDatabase.hasFamily(family)), "")


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget the part in the style sheet that ``[role="..."]`` selects."""
    widget.setProperty("role", role)


@lru_cache(maxsize=1)
def _template() -> Template:
    return Template(resource_bytes("style/window.qss").decode())


def small_height(font: QFont) -> int:
    """How high a line of the interface's small texts is."""
    size, unit = _size(font)
    small = QFont(font)
    if unit == "pt":
        small.setPointSizeF(size * SMALL)
    else:
        small.setPixelSize(round(size * SMALL))
    return QFontMetrics(small).height()


def _size(font: QFont) -> tuple[float, str]:
    points = font.pointSizeF()
    return (points, "pt") if points > 0 else (float(font.pixelSize()), "px")


def _values(theme: Theme, font: QFont) -> dict[str, str]:
    size, unit = _size(font)
    line = QFontMetrics(font).height()
    images = resource_path(f"icons/style/{theme.mode}")
    tint = 0.14 if theme.mode == "dark" else 0.1
    return {
        **{name: getattr(theme, name) for name in ("window", "panel", "raised", "border", "text", "text_muted")},
        **{name: getattr(theme, name) for name in ("accent", "accent_text", "warning", "danger")},
        "images": str(images).replace("\\", "/"),
        "small": f"{size * SMALL:.2f}{unit}",
        "large": f"{size * 1.33:.2f}{unit}",
        "line": f"{max(20, line)}px",
        "line_in_notice": f"{max(18, line)}px",
        "status": f"{max(24, small_height(font) + 8)}px",
        "hover": hover(theme),
        "pressed": mix(theme.text, theme.panel, 0.14),
        "checked": mix(theme.accent, theme.panel, 0.16),
        "checked_hover": mix(theme.accent, theme.panel, 0.24),
        "selection": selection(theme),
        "disabled": disabled(theme),
        "field": theme.chart if theme.mode == "dark" else theme.raised,
        "control_border": mix(theme.text_muted, theme.panel, 0.45),
        "accent_hover": mix(theme.text, theme.accent, 0.14),
        "accent_pressed": mix(theme.window, theme.accent, 0.2),
        "handle": mix(theme.text_muted, theme.panel, 0.35),
        "handle_hover": mix(theme.text_muted, theme.panel, 0.6),
        "badge": mix(theme.warning, theme.panel, tint),
        "notice_information": mix(theme.accent, theme.panel, tint),
        "notice_warning": mix(theme.warning, theme.panel, tint),
        "notice_error": mix(theme.danger, theme.panel, tint),
    }
