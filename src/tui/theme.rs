//! Named roles and how they look. Meaning is never carried by colour alone: a sign or a word stands beside it.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of text is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// Less important text.
    Dim,
    /// Titles.
    Strong,
    /// The word LIVE.
    Live,
    /// The word EXERCISE.
    Exercise,
    /// The selected row.
    Current,
    /// Something that waits for somebody.
    Open,
    /// Something that is settled.
    Settled,
    /// What a policy forbids, and what is wrong.
    Alarm,
    /// Met rules and what they owe.
    Fired,
    /// Something that hangs on an answer.
    Pending,
    /// Keys.
    Key,
    /// Lines between regions.
    Rule,
    /// A field that can be typed into.
    Field,
    /// The field that is typed into now.
    Focus,
    /// What was just recorded.
    Receipt,
    /// An earlier answer.
    Replaced,
}

impl Role {
    /// Every role, for legends.
    pub const ALL: [Self; 17] = [
        Self::Text,
        Self::Dim,
        Self::Strong,
        Self::Live,
        Self::Exercise,
        Self::Current,
        Self::Open,
        Self::Settled,
        Self::Alarm,
        Self::Fired,
        Self::Pending,
        Self::Key,
        Self::Rule,
        Self::Field,
        Self::Focus,
        Self::Receipt,
        Self::Replaced,
    ];
}

/// Which colours are sent. Only the sixteen of ANSI: the terminal's owner has chosen how they look.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// For a dark background.
    #[default]
    Dark,
    /// For a light background.
    Light,
    /// Bold, reverse, underline and struck only, as with `NO_COLOR`.
    Plain,
    /// One colour a role, so that tests can read the roles off the screen.
    Legend,
}

impl Theme {
    /// How a role looks.
    pub fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let coloured = |dark: Color, light: Color| match self {
            Self::Dark => plain.fg(dark),
            Self::Light => plain.fg(light),
            Self::Plain | Self::Legend => plain,
        };
        if self == Self::Legend {
            let at = Role::ALL.iter().position(|known| *known == role).unwrap_or(0);
            return plain.fg(Color::Indexed(u8::try_from(at).unwrap_or(0)));
        }
        match role {
            Role::Text => plain,
            Role::Dim => match self {
                Self::Plain => plain,
                _ => plain.add_modifier(Modifier::DIM),
            },
            Role::Strong => plain.add_modifier(Modifier::BOLD),
            Role::Live => coloured(Color::LightRed, Color::Red).add_modifier(Modifier::BOLD | Modifier::REVERSED),
            Role::Exercise => coloured(Color::LightBlue, Color::Blue).add_modifier(Modifier::BOLD | Modifier::REVERSED),
            Role::Current => plain.add_modifier(Modifier::REVERSED),
            Role::Open => coloured(Color::LightYellow, Color::Magenta),
            Role::Settled | Role::Receipt => coloured(Color::Green, Color::Green),
            Role::Alarm => coloured(Color::LightRed, Color::Red).add_modifier(Modifier::BOLD),
            Role::Fired => coloured(Color::LightMagenta, Color::Magenta).add_modifier(Modifier::BOLD),
            Role::Pending => coloured(Color::Cyan, Color::Blue),
            Role::Key => coloured(Color::LightCyan, Color::Blue).add_modifier(Modifier::BOLD),
            Role::Rule => match self {
                Self::Dark => plain.fg(Color::DarkGray),
                _ => plain,
            },
            Role::Field => plain.add_modifier(Modifier::UNDERLINED),
            Role::Focus => plain.add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
            Role::Replaced => plain.add_modifier(Modifier::CROSSED_OUT),
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
