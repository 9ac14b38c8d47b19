//! Where a key means something: the screens, forms and cards, and what each shares with others.

/// Where a key means something. The top modal or the screen has one scope of its own and shares others; see [`Scope::chain`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Scope {
    /// Everywhere.
    Everywhere,
    /// Every screen, while no form is open.
    Screen,
    /// Every screen, while a case is open.
    Case,
    /// Lists and pages that can be moved through.
    List,
    /// Which case.
    Home,
    Now,
    Steps,
    Calls,
    Tests,
    Record,
    Paper,
    /// Help.
    Help,
    /// A choice in a form or in a question of the program.
    Pick,
    /// A field of one line.
    Line,
    /// A field of several lines.
    Area,
    /// Every form.
    Form,
    /// Find, and the commands by name.
    Find,
    /// A card that is only read.
    Card,
    /// The letters of the screens.
    Go,
    /// The line of a yes/no card.
    YesNo,
    /// The screen for a projector.
    Projector,
    /// Looking back, before the keys of the screen.
    Replay,
    /// The facilitator's console.
    Drill,
}

impl Scope {
    /// Every scope that can be on top.
    pub const TOPS: [Self; 18] = [
        Self::Home,
        Self::Now,
        Self::Steps,
        Self::Calls,
        Self::Tests,
        Self::Record,
        Self::Paper,
        Self::Help,
        Self::Pick,
        Self::Line,
        Self::Area,
        Self::Find,
        Self::Card,
        Self::Go,
        Self::YesNo,
        Self::Projector,
        Self::Replay,
        Self::Drill,
    ];

    /// The scopes whose keys count while this one is on top.
    pub fn chain(self) -> &'static [Self] {
        macro_rules! screen {
            ($own:ident) => {
                &[Self::$own, Self::List, Self::Case, Self::Screen, Self::Everywhere]
            };
        }
        match self {
            Self::Home => screen!(Home),
            Self::Now => screen!(Now),
            Self::Steps => screen!(Steps),
            Self::Calls => screen!(Calls),
            Self::Tests => screen!(Tests),
            Self::Record => screen!(Record),
            Self::Paper => screen!(Paper),
            Self::Help => screen!(Help),
            Self::Pick => &[Self::Pick, Self::Form, Self::Everywhere],
            Self::Line => &[Self::Line, Self::Form, Self::Everywhere],
            Self::Area => &[Self::Area, Self::Form, Self::Everywhere],
            Self::Find => &[Self::Find, Self::Everywhere],
            Self::Card => &[Self::Card, Self::List, Self::Everywhere],
            Self::Go => &[Self::Go, Self::Everywhere],
            Self::YesNo => &[Self::YesNo, Self::Form, Self::Everywhere],
            Self::Projector => &[Self::Projector, Self::Everywhere],
            Self::Replay => &[Self::Replay, Self::Everywhere],
            Self::Drill => &[Self::Drill, Self::List, Self::Screen, Self::Everywhere],
            _ => &[],
        }
    }

    /// Whether signs are text here, so that no sign can be a command.
    pub fn takes_text(self) -> bool {
        matches!(self, Self::Line | Self::Area | Self::Find | Self::YesNo)
    }

    /// For the manual.
    pub fn title(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::Screen => "Every screen",
            Self::Case => "Every screen, while a case is open",
            Self::List => "Lists",
            Self::Home => "Home",
            Self::Now => "Now",
            Self::Steps => "Steps",
            Self::Calls => "Calls",
            Self::Tests => "Tests",
            Self::Record => "Record",
            Self::Paper => "Paper",
            Self::Go => "After g",
            Self::YesNo => "The line of a yes/no card",
            Self::Replay => "Looking back",
            Self::Help => "Help",
            Self::Pick => "Choices",
            Self::Line => "Fields of one line",
            Self::Area => "Fields of several lines",
            Self::Form => "Forms",
            Self::Find => "Find and commands",
            Self::Card => "Cards",
            Self::Projector => "Projector",
            Self::Drill => "Drill",
        }
    }
}
