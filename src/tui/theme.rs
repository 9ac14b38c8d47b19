//! How each tone looks. Meaning is never carried by colour alone: a sign or a word stands beside it, and weight and empty rows make
//! the order.
//!
//! Colours are fixed numbers of the 256, because themes redefine the first sixteen. Nothing is drawn dim, yellow or green.

use crate::page::Tone;
use ratatui::style::{Color, Modifier, Style};

/// What a piece of text is, on the screen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    Text,
    Strong,
    /// What is done, clauses, the receipt, lines between regions.
    Quiet,
    /// Keys, the mark of a row, the number to dial: the only accent.
    Accent,
    /// The one selected row of a list.
    Selected,
    /// What can be typed into.
    Field,
    /// What a policy forbids now, what is over its time, what was not recorded.
    Alarm,
    /// What counts no more.
    Struck,
    Live,
    Exercise,
}

impl Role {
    /// Every role, for legends.
    pub const ALL: [Self; 10] = [
        Self::Text,
        Self::Strong,
        Self::Quiet,
        Self::Accent,
        Self::Selected,
        Self::Field,
        Self::Alarm,
        Self::Struck,
        Self::Live,
        Self::Exercise,
    ];
}

impl From<Tone> for Role {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Text => Self::Text,
            Tone::Strong | Tone::Missing => Self::Strong,
            Tone::Quiet => Self::Quiet,
            Tone::Accent => Self::Accent,
            Tone::Alarm => Self::Alarm,
            Tone::Struck => Self::Struck,
        }
    }
}

/// Which colours are sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// 256 colours on a dark background.
    #[default]
    Dark,
    /// 256 colours on a light background.
    Light,
    /// The sixteen of ANSI on a dark background.
    Dark16,
    /// The sixteen of ANSI on a light background.
    Light16,
    /// Bold, reverse, underline and struck only, as with `NO_COLOR`.
    Plain,
    /// One colour a role, so that tests can read the roles off the screen.
    Legend,
}

impl Theme {
    /// How a role looks.
    pub fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let reverse = bold.add_modifier(Modifier::REVERSED);
        if self == Self::Legend {
            let at = Role::ALL.iter().position(|known| *known == role).unwrap_or(0);
            return plain.fg(Color::Indexed(u8::try_from(at).unwrap_or(0)));
        }
        // Colours for dark and light; without 256 of them the shape says it.
        let of = |style: Style, dark: u8, light: u8, without: Style| match self {
            Self::Dark => style.fg(Color::Indexed(dark)),
            Self::Light => style.fg(Color::Indexed(light)),
            _ => without,
        };
        match role {
            Role::Text => plain,
            Role::Strong => bold,
            Role::Quiet => of(plain, 250, 240, plain),
            Role::Accent => match self {
                Self::Dark16 => bold.fg(Color::LightCyan),
                Self::Light16 => bold.add_modifier(Modifier::UNDERLINED),
                _ => of(bold, 117, 25, bold),
            },
            Role::Selected => match self {
                Self::Dark => plain.bg(Color::Indexed(236)),
                Self::Light => plain.bg(Color::Indexed(254)),
                _ => plain.add_modifier(Modifier::REVERSED),
            },
            Role::Field => plain.add_modifier(Modifier::UNDERLINED),
            Role::Alarm => of(bold, 210, 124, reverse),
            Role::Struck => plain.add_modifier(Modifier::CROSSED_OUT),
            Role::Live => of(bold.bg(Color::Indexed(124)), 231, 231, reverse),
            Role::Exercise => of(bold.bg(Color::Indexed(55)), 231, 231, reverse),
        }
    }

    /// The role that a cell shows; only in the legend.
    pub fn role_of(style: Style) -> Option<Role> {
        match style.fg {
            Some(Color::Indexed(at)) => Role::ALL.get(usize::from(at)).copied(),
            _ => None,
        }
    }
}
