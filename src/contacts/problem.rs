//! A problem found in a phone list. What every file of this program can have wrong keeps the playbook's code; what only a
//! phone list can have wrong has one of its own.

use crate::base::text::inert_line;
use crate::playbook::caret;
use crate::playbook::problem::codes::codes;
use crate::playbook::problem::{self, Severity, Span};
use crate::playbook::{Code as FormatCode, Source};

codes! {
    /// The kinds of problem that only a phone list has.
    ListTooLarge = "list-too-large", Error, "The phone list has more than 512 KiB.",
        "Keep only who is called on the night of a breach.";
    TooManyEntries = "too-many-entries", Error, "A list is longer than anybody can call through.",
        "Shorten it.";
    UnknownPerson = "unknown-person", Error, "Somebody is named who is not in the list.",
        "Correct the identifier, or add a [[person]] or [[organisation]].";
    OwnDeputy = "own-deputy", Error, "Somebody stands in for themselves.",
        "Name another person as deputy.";
    AwayReversed = "away-reversed", Error, "An absence ends before it begins.",
        "Correct `from` or `to`.";
    HolderTwice = "holder-twice", Error, "A role has two `[[holder]]` tables.",
        "Join them: people = [\"...\", \"...\"].";
    Twice = "given-twice", Error, "The same thing is written twice, and only the first is used.",
        "Keep one of them.";
    UnknownPlaybook = "unknown-playbook", Warning, "A playbook is named that this program does not know.",
        "Correct the identifier; `breachbook playbook list` shows them.";
    UnknownPlaybookRole = "unknown-playbook-role", Warning, "A role is named that no playbook has.",
        "Correct the identifier; `breachbook playbook show ID` shows the roles.";
    UnknownSilence = "unknown-silence", Warning, "A silence is named that the playbook does not have.",
        "Correct the identifier; `breachbook playbook show ID` shows the silences.";
    UnknownClock = "unknown-clock", Warning, "A clock is named that the playbook does not have.",
        "Correct the identifier; `breachbook playbook show ID` shows the clocks.";
    Unverified = "unverified-channel", Warning, "Nobody has written down that a number was tried.",
        "Try it, and write: verified = 2026-01-31, verified_by = \"...\".";
    Stale = "stale-channel", Warning, "A number was tried too long ago.",
        "Try it again and correct `verified`. The limit is this program's, not a policy's; `stale_after_months` under [list] moves it.";
    VerifiedLater = "verified-later", Warning, "A number was tried on a day that has not come yet.",
        "Correct `verified`, or this computer's clock.";
    NoSecondPerson = "no-second-person", Warning, "A role is held by one person alone.",
        "Name who stands in: people = [\"first\", \"second\"].";
    SameFirst = "same-person-first", Warning, "One person is the first choice for several roles: a single point of failure.",
        "Put somebody else first in some of them, or make sure that those who stand in know it.";
    NobodyHolds = "role-without-holder", Warning, "A playbook calls roles that nobody in the list holds.",
        "Add a [[holder]] for each, or leave the playbook out of `playbooks` under [list].";
    AwayToday = "away-without-deputy", Warning, "A holder is away today, and nobody stands in by name.",
        "Name a deputy who is there: deputy = \"...\".";
    AwayTwice = "away-twice", Warning, "Two absences of one person overlap.",
        "Join them, or correct the days.";
    Unreachable = "unreachable", Warning, "Somebody in the list has no number or address.",
        "Add channels = [{ kind = \"mobile\", value = \"...\" }], or take them out.";
    NobodyNames = "named-nowhere", Warning, "Somebody in the list holds no role and stands in for nobody.",
        "Name them in a [[holder]], or take them out.";
    SameName = "same-name", Warning, "Two entries have the same name, so that a recorded call does not say whose it was.",
        "Tell them apart in the name.";
}

/// One thing that is wrong, or that deserves a second look.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Its stable kebab-case code.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Where it stands.
    pub span: Span,
    /// What is wrong here, in one sentence; inert.
    pub message: String,
    /// What to do; inert.
    pub help: String,
}

impl Problem {
    /// A problem with the usual advice of its kind.
    pub fn new(code: Code, span: Span, message: impl AsRef<str>) -> Self {
        Self {
            code: code.word(),
            severity: code.severity(),
            span,
            message: inert_line(message.as_ref()).into_owned(),
            help: code.what_to_do().to_owned(),
        }
    }

    /// Adds "did you mean" when one of the known words is close to what was written.
    #[must_use]
    pub fn did_you_mean<'k>(mut self, written: &str, known: impl IntoIterator<Item = &'k str>) -> Self {
        if let Some(word) = problem::closest(written, known) {
            self.help = inert_line(&format!("Did you mean `{word}`?")).into_owned();
        }
        self
    }

    /// Whether what it is about is left out of the list.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// With line, column and caret, as plain text.
    pub fn rendered(&self, source: &Source) -> String {
        let shown = caret::Shown {
            severity: self.severity,
            word: self.code,
            message: &self.message,
            help: &self.help,
            span: self.span,
        };
        caret::draw(&shown, std::slice::from_ref(source), false)
    }
}

impl From<problem::Problem> for Problem {
    fn from(found: problem::Problem) -> Self {
        let severity = found.code.severity();
        let help = found.help.unwrap_or_else(|| {
            let said = match found.code {
                FormatCode::TooManyTables => Code::TooManyEntries.what_to_do(),
                FormatCode::NestedTooDeeply => "No key of a phone list needs more than three levels.",
                FormatCode::TooLong => "Shorten it.",
                other => other.what_to_do(),
            };
            said.to_owned()
        });
        Self { code: found.code.word(), severity, span: found.span, message: found.message, help }
    }
}
