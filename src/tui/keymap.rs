//! The one table of keys. Dispatch, footer, help screen, palette and `docs/keys.md` are loops over it.

use super::action::Action;
use super::key::{Code, Key};

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
    /// The list of cases and playbooks.
    Home,
    /// The guide.
    Guide,
    /// The rules.
    Rules,
    /// The contacts.
    Contacts,
    /// The log.
    Log,
    /// Help.
    Help,
    /// A choice in a form or in a question of the program.
    Pick,
    /// A field of one line.
    Line,
    /// A field of several lines.
    Area,
    /// The button of a form.
    Button,
    /// Every form.
    Form,
    /// The search and the palette.
    Find,
    /// A card that is only read.
    Card,
}

impl Scope {
    /// Every scope that can be on top.
    pub const TOPS: [Self; 12] = [
        Self::Home,
        Self::Guide,
        Self::Rules,
        Self::Contacts,
        Self::Log,
        Self::Help,
        Self::Pick,
        Self::Line,
        Self::Area,
        Self::Button,
        Self::Find,
        Self::Card,
    ];

    /// The scopes whose keys count while this one is on top.
    pub fn chain(self) -> &'static [Self] {
        match self {
            Self::Home => &[Self::Home, Self::List, Self::Case, Self::Screen, Self::Everywhere],
            Self::Guide => &[Self::Guide, Self::List, Self::Case, Self::Screen, Self::Everywhere],
            Self::Rules => &[Self::Rules, Self::List, Self::Case, Self::Screen, Self::Everywhere],
            Self::Contacts => &[Self::Contacts, Self::List, Self::Case, Self::Screen, Self::Everywhere],
            Self::Log => &[Self::Log, Self::List, Self::Case, Self::Screen, Self::Everywhere],
            Self::Help => &[Self::Help, Self::List, Self::Case, Self::Screen, Self::Everywhere],
            Self::Pick => &[Self::Pick, Self::Form, Self::Everywhere],
            Self::Line => &[Self::Line, Self::Form, Self::Everywhere],
            Self::Area => &[Self::Area, Self::Form, Self::Everywhere],
            Self::Button => &[Self::Button, Self::Form, Self::Everywhere],
            Self::Find => &[Self::Find, Self::Everywhere],
            Self::Card => &[Self::Card, Self::List, Self::Everywhere],
            _ => &[],
        }
    }

    /// Whether signs are text here, so that no sign can be a command.
    pub fn takes_text(self) -> bool {
        matches!(self, Self::Line | Self::Area | Self::Find)
    }

    /// For the manual.
    pub fn title(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::Screen => "Every screen",
            Self::Case => "Every screen, while a case is open",
            Self::List => "Lists",
            Self::Home => "Home",
            Self::Guide => "Guide",
            Self::Rules => "Rules",
            Self::Contacts => "Contacts",
            Self::Log => "Log",
            Self::Help => "Help",
            Self::Pick => "Choices",
            Self::Line => "Fields of one line",
            Self::Area => "Fields of several lines",
            Self::Button => "Record button",
            Self::Form => "Forms",
            Self::Find => "Search and palette",
            Self::Card => "Cards",
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// What it asks for.
    pub action: Action,
    /// The keys; none means that it is found in the palette only.
    pub keys: &'static [Key],
    /// Where.
    pub scopes: &'static [Scope],
    /// A few words for the footer.
    pub label: &'static str,
    /// A sentence for help, palette and manual.
    pub help: &'static str,
    /// Place in the footer; lower is further left, 0 is not shown there.
    pub rank: u8,
}

const fn row(
    action: Action,
    keys: &'static [Key],
    scopes: &'static [Scope],
    (label, rank): (&'static str, u8),
    help: &'static str,
) -> Row {
    Row { action, keys, scopes, label, help, rank }
}

const fn sign(sign: char) -> Key {
    Key::sign(sign)
}

const fn of(code: Code) -> Key {
    Key::of(code)
}

use Action as A;
use Scope as S;

const ROWS_ONLY: &[Scope] = &[S::Home, S::Guide, S::Rules, S::Contacts, S::Log];
/// The screens that show what a case holds.
const OF_CASE: &[Scope] = &[S::Guide, S::Rules, S::Contacts, S::Log];
const DIGITS: &[Key] =
    &[sign('1'), sign('2'), sign('3'), sign('4'), sign('5'), sign('6'), sign('7'), sign('8'), sign('9')];

/// The table. One row per verb: the same verb has the same key wherever it means something.
pub const TABLE: &[Row] = &[
    row(A::Open, &[of(Code::Enter)], ROWS_ONLY, ("open", 10), "Open, answer, do, decide or call what is selected."),
    row(A::Yes, &[sign('y')], &[S::Guide, S::Pick], ("yes", 11), "Choose yes for a yes/no question; Enter records it."),
    row(A::No, &[sign('n')], &[S::Guide, S::Pick], ("no", 12), "Choose no for a yes/no question; Enter records it."),
    row(
        A::Unknown,
        &[sign('u')],
        &[S::Guide, S::Pick],
        ("not known yet", 13),
        "Choose that the answer is not known yet; Enter records it, and the question comes back.",
    ),
    row(A::Choose, DIGITS, &[S::Pick], ("1-9 choose", 14), "Choose by number."),
    row(A::Tick, &[of(Code::Char(' '))], &[S::Pick], ("tick", 15), "Tick or untick where several can be chosen."),
    row(
        A::Confirm,
        &[of(Code::Enter)],
        &[S::Pick, S::Line, S::Button, S::Find, S::Card],
        ("record", 10),
        "Record the form; take what is selected; go where a card leads.",
    ),
    row(A::Record, &[Key::ctrl('s')], &[S::Form], ("record", 16), "Record what stands in the form, from any field."),
    row(A::NextField, &[of(Code::Tab)], &[S::Form], ("next field", 17), "To the next field."),
    row(A::PrevField, &[of(Code::BackTab)], &[S::Form], ("", 0), "To the field before."),
    row(A::Note, &[sign('w')], OF_CASE, ("write a note", 20), "Write a note about what is selected, at any time."),
    row(
        A::Defer,
        &[sign('d')],
        &[S::Guide, S::Contacts],
        ("put off", 21),
        "Put it off until a time or an event; it comes back by itself.",
    ),
    row(
        A::RuleOut,
        &[sign('x')],
        &[S::Guide, S::Contacts],
        ("not needed", 22),
        "Record that it is not needed or does not apply, with the reason.",
    ),
    row(
        A::Correct,
        &[sign('e')],
        &[S::Log],
        ("correct", 22),
        "Record anew what the selected entry says; the new one stands in its place, and the old one stays readable.",
    ),
    row(
        A::Strike,
        &[sign('z')],
        &[S::Log],
        ("strike out", 22),
        "Strike out the selected entry with the reason: it counts no more, and stays readable.",
    ),
    row(A::LogCall, &[sign('c')], OF_CASE, ("log a call", 23), "Log a call that was made or tried, with its outcome."),
    row(
        A::PassOn,
        &[sign('a')],
        &[S::Guide, S::Contacts],
        ("pass on", 24),
        "Ask somebody else to make a call; it stays open until they report back.",
    ),
    row(A::FillIn, &[sign('f')], &[S::Contacts], ("fill in", 29), "Fill in who holds a role and how to reach them."),
    row(
        A::PhoneList,
        &[sign('p')],
        &[S::Contacts],
        ("phone list", 26),
        "The organisation's phone list: who holds each role today, and what is wrong with it.",
    ),
    row(A::Next, &[sign('g')], &[S::Case], ("go to next", 25), "Go to the one next thing."),
    row(A::StepBack, &[of(Code::Left), sign('h')], &[S::Guide], ("", 0), "To the step before."),
    row(
        A::StepOn,
        &[of(Code::Right), sign('l')],
        &[S::Guide],
        ("", 0),
        "To the step after; steps may run side by side.",
    ),
    row(A::Up, &[of(Code::Up), sign('k')], &[S::List], ("", 0), "One row up."),
    row(A::Down, &[of(Code::Down), sign('j')], &[S::List], ("", 0), "One row down."),
    row(A::PageUp, &[of(Code::PageUp)], &[S::List], ("", 0), "Read further up."),
    row(A::PageDown, &[of(Code::PageDown)], &[S::List], ("", 0), "Read further down."),
    row(A::First, &[of(Code::Home)], &[S::List], ("", 0), "To the first row."),
    row(A::Last, &[of(Code::End)], &[S::List], ("", 0), "To the last row."),
    row(A::ShowHome, &[sign('0')], &[S::Screen], ("Home", 0), "Cases and playbooks."),
    row(A::ShowGuide, &[sign('1')], &[S::Case], ("Guide", 0), "The one next thing, and why."),
    row(A::ShowRules, &[sign('2')], &[S::Case], ("Rules", 0), "Every test with its elements: met, not met, pending."),
    row(A::ShowContacts, &[sign('3')], &[S::Case], ("Contacts", 0), "Whom to call now, with the number."),
    row(A::ShowLog, &[sign('4')], &[S::Case], ("Log", 0), "Everything that was recorded, in order."),
    row(
        A::Readiness,
        &[sign('r')],
        &[S::Home],
        ("readiness", 38),
        "What must be in order before an incident, for the selected playbook.",
    ),
    row(
        A::Resume,
        &[sign('b')],
        &[S::Case],
        ("back in", 27),
        "Where the case stands: last entry, open duties, stopwatches, what was put off.",
    ),
    row(A::HandOver, &[sign('o')], &[S::Case], ("hand over", 28), "Hand the keyboard over to another person."),
    row(A::CheckTime, &[sign('t')], &[S::Case], ("time check", 0), "Compare the laptop's clock with a watch."),
    row(
        A::CloseCase,
        &[sign('Z')],
        &[S::Case],
        ("close case", 0),
        "Close the case; what is still open is listed first. A closed case: open it again.",
    ),
    row(A::Reopen, &[], &[S::Case], ("reopen case", 0), "Open a closed case again, with the reason."),
    row(
        A::Search,
        &[sign('/')],
        &[S::Case],
        ("search", 30),
        "Search questions, tasks, rules, clauses, contacts and the log.",
    ),
    row(A::Palette, &[sign(':')], &[S::Screen], ("commands", 31), "Find any command by its name."),
    row(A::Help, &[sign('?')], &[S::Screen], ("help", 32), "Explain this screen and its keys."),
    row(
        A::Back,
        &[of(Code::Esc)],
        &[S::Everywhere],
        ("back", 33),
        "One step back. What was typed is never thrown away unasked.",
    ),
    row(
        A::Quit,
        &[sign('q')],
        &[S::Screen],
        ("quit", 34),
        "Leave. Everything that was recorded is on the disk already.",
    ),
    row(
        A::Interrupt,
        &[Key::ctrl('c')],
        &[S::Everywhere],
        ("", 0),
        "Leave from anywhere; pressed twice it does not ask.",
    ),
    row(
        A::Suspend,
        &[Key::ctrl('z')],
        &[S::Everywhere],
        ("", 0),
        "Go to the shell and come back with fg (not on Windows).",
    ),
];

/// What a key asks for while `top` is on top.
pub fn find(top: Scope, key: Key) -> Option<Action> {
    let chain = top.chain();
    let here = |row: &&Row| row.scopes.iter().any(|scope| chain.contains(scope));
    TABLE.iter().filter(here).find(|row| row.keys.contains(&key)).map(|row| row.action)
}

/// Every row that counts while `top` is on top, in the order of the table.
pub fn rows(top: Scope) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.scopes.iter().any(|scope| top.chain().contains(scope)))
}

/// The row of a verb.
pub fn row_of(action: Action) -> &'static Row {
    TABLE.iter().find(|row| row.action == action).unwrap_or(&TABLE[0])
}

/// The keys of a row in words: `Up, k`.
pub fn keys_in_words(row: &Row) -> String {
    if row.action == Action::Choose {
        return "1-9".into();
    }
    row.keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
#[path = "keymap_tests.rs"]
mod tests;
