//! What the program is given by its surroundings: where cases are kept, who sits there, how the terminal looks.

use super::theme::Theme;
use crate::base::Clock;
use crate::base::packed::Packed;
use crate::playbook::bundled;
use crate::playbook::model::Kind;
use crate::session::PlaybookFiles;
use crate::session::drill::Conduct;
use crate::source::Source;
use crate::store::CaseFolder;
use crate::store::disk::Disk;
use crate::store::phone_list::Found;
use std::cell::LazyCell;
use std::path::PathBuf;

/// Where to begin.
pub enum Start {
    /// With the list of cases and playbooks.
    Home,
    /// In a case.
    Case(CaseFolder),
    /// With an exercise that is led from here.
    Conduct(Box<Conduct>),
    /// With an exercise as a projector shows it: read only, and without a log.
    Projector(CaseFolder),
}

/// How the terminal looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Look {
    /// Colours.
    pub theme: Theme,
    /// Whether only ASCII can be shown.
    pub ascii: bool,
}

impl Look {
    /// Reads `NO_COLOR`, `TERM`, `COLORTERM`, `COLORFGBG`, `LC_ALL`, `LC_CTYPE`, `LANG`; `light` is what the person asked for.
    pub fn of(light: bool, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let term = set("TERM").unwrap_or_default();
        let light = light || set("COLORFGBG").is_some_and(|colours| is_light(&colours));
        let many =
            cfg!(windows) || has_256(&term) || set("COLORTERM").is_some_and(|has| has == "truecolor" || has == "24bit");
        let theme = match (light, many) {
            _ if set("NO_COLOR").is_some() || term == "dumb" => Theme::Plain,
            (false, true) => Theme::Dark,
            (true, true) => Theme::Light,
            (false, false) => Theme::Dark16,
            (true, false) => Theme::Light16,
        };
        let locale = set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG")).unwrap_or_default();
        let few = matches!(term.as_str(), "dumb" | "linux") || term.starts_with("vt");
        Self { theme, ascii: few || !(cfg!(windows) && locale.is_empty() || shows_signs(&locale)) }
    }
}

/// `15;0`: the colour of characters, perhaps others, and last the one behind them. Of the sixteen, 7 and those above 8 are light.
fn is_light(colours: &str) -> bool {
    colours.rsplit(';').next().and_then(|last| last.parse::<u8>().ok()).is_some_and(|last| matches!(last, 7 | 9..=15))
}

/// Whether a terminal of this name has 256 colours.
fn has_256(term: &str) -> bool {
    const NAMES: [&str; 7] = ["alacritty", "contour", "foot", "ghostty", "kitty", "mlterm", "wezterm"];
    let name = term.strip_prefix("xterm-").unwrap_or(term);
    term.contains("256color") || term.contains("direct") || NAMES.iter().any(|known| name.starts_with(known))
}

/// Whether signs and lines beyond ASCII are there, and take one column: where Chinese, Japanese or Korean is written they may take two.
fn shows_signs(locale: &str) -> bool {
    let locale = locale.to_lowercase();
    (locale.contains("utf-8") || locale.contains("utf8"))
        && !["ja", "ko", "zh"].iter().any(|wide| locale.starts_with(wide))
}

/// A playbook that a case can be opened with. It is parsed only when one is.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub kind: Kind,
    /// Whose document it follows.
    pub about: String,
    /// When the document was to be reviewed.
    pub review_by: Option<chrono::NaiveDate>,
    /// Its files: names and contents.
    pub files: Vec<(String, Holds)>,
    /// Where texts of its documents lie besides the bundled ones.
    pub letters: Vec<PathBuf>,
}

/// What a file holds; a bundled one is unpacked when somebody reads it.
#[derive(Clone, Debug)]
pub enum Holds {
    Bundled(&'static Packed),
    Own(Vec<u8>),
}

impl From<Vec<u8>> for Holds {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Own(bytes)
    }
}

impl Holds {
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Bundled(file) => file.bytes(),
            Self::Own(bytes) => bytes,
        }
    }
}

impl Offer {
    /// Whose policy it is, and what it is called: `Example College`, `Data breach response`.
    pub fn whose(&self) -> (&str, &str) {
        let named = self.title.strip_suffix(')').and_then(|title| title.rsplit_once(" ("));
        named.map_or((&self.about, &self.title), |(what, whose)| (whose, what))
    }

    /// The playbook with which an exercise was opened, where none that is offered is the same.
    pub(super) fn practised(kept: PlaybookFiles, exercise: &CaseFolder) -> Option<Self> {
        let text = |(_, bytes): &(String, Vec<u8>)| bundled::summary(&String::from_utf8_lossy(bytes));
        let summary = kept.files.iter().find_map(text)?;
        Some(Self {
            about: format!("{} (as practised)", summary.organisation),
            kind: summary.kind,
            review_by: summary.review_by,
            id: summary.id,
            title: summary.title,
            files: kept.files.into_iter().map(|(name, bytes)| (name, bytes.into())).collect(),
            letters: vec![exercise.path().join("playbook")],
        })
    }

    /// Whether it is made of these files.
    pub(super) fn holds(&self, files: &[(String, Vec<u8>)]) -> bool {
        let own = self.files.iter().map(|(name, holds)| (name.as_str(), holds.bytes()));
        own.eq(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
    }

    /// Its texts, to be read.
    pub fn sources(&self) -> Vec<Source> {
        let source =
            |(name, holds): &(String, Holds)| Source::new(name.as_str(), String::from_utf8_lossy(holds.bytes()));
        self.files.iter().map(source).collect()
    }
}

/// The playbooks that a case can be opened with; looked for when a list of them is shown first.
pub type Offers = LazyCell<Vec<Offer>, Box<dyn FnOnce() -> Vec<Offer>>>;

/// The surroundings.
pub struct Env {
    /// The folder that cases are kept in.
    pub library: PathBuf,
    /// The person at the keyboard who was named; empty if nobody was, and then the screen asks.
    pub person: String,
    /// The name by which the system knows whoever is logged in, offered where a name is asked for; empty if it knows none.
    pub login: String,
    /// Whether only what falls to that person is shown at first.
    pub mine: bool,
    /// How the terminal looks.
    pub look: Look,
    /// Looks for the playbooks.
    pub offers: Box<dyn FnOnce() -> Vec<Offer>>,
    /// Makes a clock for a session.
    pub clock: Box<dyn Fn() -> Box<dyn Clock>>,
    /// The disk that the record is written to.
    pub disk: Box<dyn Fn() -> Box<dyn Disk>>,
    /// Reads the phone list as it is now, for each case that is opened; and what people should know about it.
    pub phones: Box<dyn Fn() -> Found>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(pairs: &[(&str, &str)]) -> Look {
        Look::of(false, |name| pairs.iter().find(|(key, _)| *key == name).map(|(_, v)| (*v).to_owned()))
    }

    #[test]
    fn a_terminal_that_cannot_show_more_gets_ascii() {
        assert!(look(&[("LANG", "C"), ("TERM", "xterm")]).ascii);
        assert!(look(&[("LC_ALL", "POSIX"), ("LANG", "en_AU.UTF-8")]).ascii);
        assert!(look(&[("LANG", "de_DE@euro"), ("TERM", "xterm")]).ascii, "no UTF-8");
        assert!(look(&[("LANG", "en_AU.UTF-8"), ("TERM", "linux")]).ascii);
        assert!(look(&[("LANG", "en_AU.UTF-8"), ("TERM", "vt220")]).ascii);
        assert!(!look(&[("LANG", "en_AU.UTF-8"), ("TERM", "xterm")]).ascii);
        assert!(!look(&[("LANG", "C.utf8"), ("TERM", "xterm")]).ascii);
    }

    #[test]
    fn signs_that_may_take_two_columns_are_not_used() {
        for wide in ["ja_JP.UTF-8", "ko_KR.utf8", "zh_CN.UTF-8"] {
            assert!(look(&[("LANG", wide), ("TERM", "xterm-256color")]).ascii, "{wide}");
        }
        assert!(!look(&[("LC_CTYPE", "en_AU.UTF-8"), ("LANG", "ja_JP.UTF-8")]).ascii);
    }

    #[test]
    fn no_color_is_honoured_unless_it_is_empty() {
        assert_eq!(look(&[("NO_COLOR", "1"), ("TERM", "xterm-256color")]).theme, Theme::Plain);
        assert_eq!(look(&[("NO_COLOR", ""), ("TERM", "xterm-256color")]).theme, Theme::Dark);
        assert_eq!(look(&[("TERM", "dumb")]).theme, Theme::Plain);
    }

    #[test]
    fn no_more_colours_are_sent_than_the_terminal_has() {
        for few in ["xterm", "linux", "screen", "tmux", "vt220", "xterm-color", ""] {
            assert_eq!(look(&[("TERM", few)]).theme, Theme::Dark16, "{few}");
        }
        for many in ["xterm-256color", "screen-256color", "xterm-kitty", "alacritty", "foot-extra", "xterm-direct"] {
            assert_eq!(look(&[("TERM", many)]).theme, Theme::Dark, "{many}");
        }
        assert_eq!(look(&[("TERM", "xterm"), ("COLORTERM", "truecolor")]).theme, Theme::Dark);
    }

    #[test]
    fn a_background_that_is_said_to_be_light_is() {
        let said = |colours| look(&[("TERM", "xterm-256color"), ("COLORFGBG", colours)]).theme;
        assert_eq!([said("0;15"), said("0;default;7")], [Theme::Light; 2]);
        assert_eq!([said("15;0"), said("7;8"), said("15;default")], [Theme::Dark; 3]);
        assert_eq!(look(&[("TERM", "xterm"), ("COLORFGBG", "0;15")]).theme, Theme::Light16);
        assert_eq!(Look::of(true, |name| (name == "TERM").then(|| "xterm-256color".into())).theme, Theme::Light);
    }
}
