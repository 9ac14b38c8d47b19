//! What the program is given by its surroundings: where cases are kept, who sits there, how the terminal looks.

use super::theme::Theme;
use crate::base::Clock;
use crate::playbook::model::Kind;
use crate::source::Source;
use crate::store::CaseFolder;
use crate::store::disk::Disk;
use crate::store::phone_list::Found;
use std::borrow::Cow;
use std::cell::LazyCell;
use std::path::PathBuf;

/// Where to begin.
#[derive(Clone, Debug)]
pub enum Start {
    /// With the list of cases and playbooks.
    Home,
    /// In a case.
    Case(CaseFolder),
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
    /// Reads `NO_COLOR`, `TERM`, `LC_ALL`, `LC_CTYPE`, `LANG`; `light` is what the person asked for.
    pub fn of(light: bool, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let term = set("TERM").unwrap_or_default();
        let locale = set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG")).unwrap_or_default();
        let theme = match (set("NO_COLOR").is_some() || term == "dumb", light) {
            (true, _) => Theme::Plain,
            (false, true) => Theme::Light,
            (false, false) => Theme::Dark,
        };
        let plain_locale = matches!(locale.as_str(), "" | "C" | "POSIX") && !cfg!(windows);
        Self { theme, ascii: plain_locale || matches!(term.as_str(), "dumb" | "linux" | "vt100") }
    }
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
    pub files: Vec<(String, Cow<'static, [u8]>)>,
}

impl Offer {
    /// Whose policy it is, and what it is called: `Example College`, `Data breach response`.
    pub fn whose(&self) -> (&str, &str) {
        let named = self.title.strip_suffix(')').and_then(|title| title.rsplit_once(" ("));
        named.map_or((&self.about, &self.title), |(what, whose)| (whose, what))
    }

    /// Its texts, to be read.
    pub fn sources(&self) -> Vec<Source> {
        let source =
            |(name, bytes): &(String, Cow<'_, [u8]>)| Source::new(name.as_str(), String::from_utf8_lossy(bytes));
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
        assert!(look(&[("LANG", "en_AU.UTF-8"), ("TERM", "linux")]).ascii);
        assert!(!look(&[("LANG", "en_AU.UTF-8"), ("TERM", "xterm")]).ascii);
    }

    #[test]
    fn no_color_is_honoured_unless_it_is_empty() {
        assert_eq!(look(&[("NO_COLOR", "1")]).theme, Theme::Plain);
        assert_eq!(look(&[("NO_COLOR", "")]).theme, Theme::Dark);
    }
}
