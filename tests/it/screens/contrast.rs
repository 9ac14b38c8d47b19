//! What can be read: the contrast of each style on the backgrounds of usual palettes, by the formula of WCAG 2.

use breachbook::tui::{Role, Theme};
use ratatui::style::{Color, Style};

type Rgb = [u8; 3];

/// A palette: what it is called, its background, its bright cyan.
struct Palette(&'static str, Rgb, Rgb);

const DARK: [Palette; 6] = [
    Palette("black", [0, 0, 0], [0, 255, 255]),
    Palette("Campbell", [0x0c, 0x0c, 0x0c], [0x61, 0xd6, 0xd6]),
    Palette("GNOME", [0x17, 0x14, 0x21], [0x33, 0xc7, 0xde]),
    Palette("Solarized", [0x00, 0x2b, 0x36], [0x93, 0xa1, 0xa1]),
    Palette("Nord", [0x2e, 0x34, 0x40], [0x8f, 0xbc, 0xbb]),
    Palette("Gruvbox", [0x28, 0x28, 0x28], [0x8e, 0xc0, 0x7c]),
];
const LIGHT: [Palette; 3] = [
    Palette("white", [255, 255, 255], [0, 255, 255]),
    Palette("Solarized light", [0xfd, 0xf6, 0xe3], [0x93, 0xa1, 0xa1]),
    Palette("Gruvbox light", [0xfb, 0xf1, 0xc7], [0x42, 0x7b, 0x58]),
];

/// A colour above the sixteen, as xterm makes it: a cube of six steps, and 24 greys.
fn rgb(at: u8) -> Rgb {
    let step = |part: u8| if part == 0 { 0 } else { 55 + 40 * part };
    match at {
        16..=231 => {
            let cube = at - 16;
            [step(cube / 36), step(cube / 6 % 6), step(cube % 6)]
        }
        232.. => [8 + 10 * (at - 232); 3],
        _ => panic!("{at} is one of the sixteen, which each palette makes its own"),
    }
}

fn luminance(colour: Rgb) -> f64 {
    let part = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(part);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn ratio(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn colour(wanted: Option<Color>, palette: &Palette) -> Option<Rgb> {
    match wanted? {
        Color::Indexed(at) => Some(rgb(at)),
        Color::LightCyan => Some(palette.2),
        other => panic!("{other:?} is not sent"),
    }
}

/// What stands on what: each style by itself, what can stand in a selected row, and the two modes.
fn styles(theme: Theme) -> Vec<(&'static str, Style)> {
    let style = |role| theme.style(role);
    let selected = |role| style(role).patch(style(Role::Selected));
    vec![
        ("quiet", style(Role::Quiet)),
        ("accent", style(Role::Accent)),
        ("alarm", style(Role::Alarm)),
        ("quiet, selected", selected(Role::Quiet)),
        ("accent, selected", selected(Role::Accent)),
        ("alarm, selected", selected(Role::Alarm)),
        ("live", style(Role::Live)),
        ("exercise", style(Role::Exercise)),
    ]
}

#[test]
fn every_style_has_contrast_enough_on_every_usual_palette() {
    let themes = [(Theme::Dark, &DARK[..]), (Theme::Light, &LIGHT), (Theme::Dark16, &DARK), (Theme::Light16, &LIGHT)];
    let mut measured = 0;
    for (theme, palettes) in themes {
        for palette in palettes {
            for (name, style) in styles(theme) {
                // Without a colour of its own it looks as the terminal's text does.
                let Some(fore) = colour(style.fg, palette) else { continue };
                let behind = colour(style.bg, palette).unwrap_or(palette.1);
                let ratio = ratio(fore, behind);
                assert!(ratio >= 4.5, "{theme:?}, {name} on {}: {ratio:.2}", palette.0);
                measured += 1;
            }
        }
    }
    assert!(measured > 9 * 8, "{measured} were measured");
}

#[test]
fn the_formula_gives_the_known_ratios() {
    assert!((ratio([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((ratio([0x77; 3], [255; 3]) - 4.48).abs() < 0.01);
    assert_eq!((rgb(231), rgb(250), rgb(117)), ([255; 3], [188; 3], [135, 215, 255]));
}

#[test]
fn modes_and_alarms_are_seen_without_colour() {
    for theme in [Theme::Plain, Theme::Dark16, Theme::Light16] {
        for role in [Role::Live, Role::Exercise, Role::Alarm] {
            let style = theme.style(role);
            assert_eq!((style.fg, style.bg), (None, None));
            assert_ne!(style, theme.style(Role::Text), "{role:?} is seen");
        }
    }
}
