//! The one table of keys. Dispatch, footer, help screen, palette and `docs/keys.md` are loops over it.

use super::action::Action;
use super::key::{Code, Key};
pub use super::key_rows::{Row, find, keys_in_words, row_of, rows};
pub use super::scope::Scope;

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

const ROWS_ONLY: &[Scope] = &[S::Home, S::Now, S::Steps, S::Calls, S::Tests, S::Record, S::Paper];
/// The screens that show what a case holds.
const PRINTS: &[Scope] = &[S::Home, S::Now, S::Steps, S::Calls, S::Tests, S::Record, S::Paper, S::Drill];
const OF_CASE: &[Scope] = &[S::Now, S::Steps, S::Calls, S::Tests, S::Record, S::Paper];
const OF_CASE_AND_DRILL: &[Scope] = &[S::Now, S::Steps, S::Calls, S::Tests, S::Record, S::Paper, S::Drill];
const ITEMS: &[Scope] = &[S::Now, S::Steps, S::Calls];
const DIGITS: &[Key] =
    &[sign('1'), sign('2'), sign('3'), sign('4'), sign('5'), sign('6'), sign('7'), sign('8'), sign('9')];

/// The table. One row per verb: the same verb has the same key wherever it means something, and a letter means one thing everywhere.
pub const TABLE: &[Row] = &[
    row(
        A::Open,
        &[of(Code::Enter)],
        ROWS_ONLY,
        ("open", 10),
        "Take what is in front of you: the action of the card; open the row.",
    ),
    row(
        A::Send,
        &[of(Code::Enter)],
        &[S::Drill],
        ("send", 11),
        "Send the selected inject to the players, whatever its time and the clock; one out of its turn twice.",
    ),
    row(
        A::Judge,
        &[sign('1'), sign('2'), sign('3'), sign('4')],
        &[S::Drill],
        ("judge", 12),
        "Judge the selected expectation: met, partly, missed, does not apply; then words, or Enter.",
    ),
    row(A::Hold, &[sign('h')], &[S::Drill], ("hold", 13), "Hold the selected inject back, or let it go again."),
    row(A::Skip, &[sign('s')], &[S::Drill], ("skip", 14), "Leave the selected inject out; a line says why."),
    row(
        A::PutOff,
        &[sign('d')],
        &[S::Drill],
        ("later", 17),
        "Later by 5, 10 or 15 minutes, this one or all that are left.",
    ),
    row(A::OrderUp, &[sign('[')], &[S::Drill], ("", 0), "Up in the order; when it is due stays as it is."),
    row(A::OrderDown, &[sign(']')], &[S::Drill], ("", 0), "Down in the order."),
    row(
        A::NextPart,
        &[sign('n')],
        &[S::Drill],
        ("next part", 19),
        "The next part: shows what was not sent, and Enter begins it.",
    ),
    row(
        A::Clock,
        &[of(Code::Char(' '))],
        &[S::Drill],
        ("clock", 10),
        "Start the clock of the exercise, pause it, go on.",
    ),
    row(A::ToInjects, &[of(Code::Left)], &[S::Drill], ("", 0), "The arrows move through the injects."),
    row(
        A::ToExpected,
        &[of(Code::Right)],
        &[S::Drill],
        ("", 0),
        "The arrows move through what is expected of the selected inject.",
    ),
    row(
        A::OnTheSpot,
        &[],
        &[S::Drill],
        ("inject on the spot", 0),
        "Send an inject that is in no script; its number is that of the last one sent, with a letter.",
    ),
    row(
        A::RollCall,
        &[],
        &[S::Drill],
        ("roll-call", 0),
        "Say who plays a role, or is missing: for whoever comes late, leaves or changes the role.",
    ),
    row(A::TimeUp, &[], &[S::Drill], ("time is up", 0), "Say to everybody, and on the projector, that time is up."),
    row(A::EndDrill, &[], &[S::Drill], ("end the exercise", 0), "End the exercise; what was not sent is shown first."),
    row(
        A::Choose,
        DIGITS,
        &[S::Now, S::Calls, S::Paper, S::Pick, S::Home],
        ("choose", 11),
        "Choose by number: an outcome, an option; several: tick.",
    ),
    row(
        A::Yes,
        &[sign('y')],
        &[S::Now, S::Pick],
        ("yes", 12),
        "Yes: begin the line of a yes/no card; Enter records it.",
    ),
    row(A::No, &[sign('n')], &[S::Now, S::Pick], ("no", 13), "No: begin the line of a yes/no card; Enter records it."),
    row(
        A::Unknown,
        &[sign('u')],
        &[S::Now, S::Pick],
        ("not known yet", 14),
        "Not known yet: begin the line, or choose it; Enter records it, and the question stays to do.",
    ),
    row(
        A::Confirm,
        &[of(Code::Enter)],
        &[S::Pick, S::Line, S::Area, S::Find, S::Card, S::YesNo],
        ("record", 10),
        "Take what stands here and go to the next thing needed; if nothing is missing, record it.",
    ),
    row(
        A::NextField,
        &[of(Code::Tab)],
        &[S::Form],
        ("next field", 15),
        "To the next field, needed or not; records nothing.",
    ),
    row(A::PrevField, &[of(Code::BackTab)], &[S::Form], ("", 0), "To the field before."),
    row(A::Record, &[Key::ctrl('s')], &[S::Form], ("record", 0), "Record what stands in the form, from anywhere."),
    row(
        A::NewLine,
        &[Key::ctrl('j'), Key::alt(Code::Enter)],
        &[S::Area],
        ("new line", 16),
        "A new line in a text of many lines.",
    ),
    row(A::Tick, &[of(Code::Char(' '))], &[S::Pick], ("tick", 17), "Tick or untick where several can be chosen."),
    row(
        A::Together,
        &[sign('b')],
        &[S::Now, S::Steps],
        ("fill in together", 20),
        "Fill in all open rows of this step together.",
    ),
    row(
        A::Defer,
        &[sign('d')],
        ITEMS,
        ("put off", 21),
        "Put it off until a time or an event; it comes back by itself.",
    ),
    row(
        A::PassOn,
        &[sign('a')],
        ITEMS,
        ("ask someone", 22),
        "Ask somebody else to make a call; it stays to do until they report back.",
    ),
    row(
        A::RuleOut,
        &[sign('-')],
        ITEMS,
        ("not needed", 23),
        "Record that it is not needed, with the reason; of a question, that it cannot be found out.",
    ),
    row(
        A::StillRight,
        &[sign('=')],
        ITEMS,
        ("still right", 15),
        "What has to be looked at again is still right as it was recorded.",
    ),
    row(
        A::Correct,
        &[sign('e')],
        OF_CASE,
        ("correct", 24),
        "Record anew what is selected; both entries stay readable. There 0 strikes it.",
    ),
    row(
        A::Strike,
        &[sign('z')],
        OF_CASE_AND_DRILL,
        ("strike out", 30),
        "Strike this run's last record: it counts no more, and stays readable.",
    ),
    row(
        A::StrikeInstead,
        &[sign('0')],
        &[S::Pick],
        ("strike", 18),
        "Where something is recorded anew: strike it instead, as if it had never been recorded.",
    ),
    row(
        A::PhoneList,
        &[],
        &[S::Screen],
        ("phone list", 0),
        "The whole phone list of the organisation, and what is wrong with it.",
    ),
    row(
        A::FillIn,
        &[sign('f')],
        &[S::Calls, S::Home, S::Now],
        ("number", 25),
        "Calls and a card of a call: fill in this number. Home: the phone list.",
    ),
    row(A::Note, &[sign('w')], OF_CASE_AND_DRILL, ("note", 26), "Write a note about what is selected, at any time."),
    row(
        A::Unfold,
        &[of(Code::Char(' '))],
        &[S::Now, S::Steps, S::Calls, S::Tests, S::Card],
        ("why", 27),
        "Unfold: why, the clauses, what the policy does not say; all that changed. Fold it again.",
    ),
    row(
        A::Mine,
        &[sign('m')],
        &[S::Now, S::Steps, S::Calls, S::Paper],
        ("mine", 28),
        "Only what falls to your role and what has no owner, or everything.",
    ),
    row(
        A::Add,
        &[sign('+')],
        OF_CASE,
        ("add", 29),
        "Add what you did, a piece of evidence, who had it, hours, a cost or a message.",
    ),
    row(A::NextView, &[sign('v')], &[S::Steps, S::Record, S::Drill], ("view", 29), "The next view of this screen."),
    row(
        A::Print,
        &[sign('p')],
        PRINTS,
        ("print", 31),
        "Print what is here; Home: a briefing of the case; Drill: after the end, the after-action report.",
    ),
    row(A::HandOver, &[sign('o')], OF_CASE, ("hand over", 32), "Hand the keyboard over to another person."),
    row(A::Tabletop, &[sign('t')], &[S::Home], ("exercise", 33), "Begin a tabletop exercise on the selected playbook."),
    row(A::Readiness, &[sign('r')], &[S::Home], ("readiness", 34), "What must be in order before an incident."),
    row(
        A::ReplayHere,
        &[sign('l')],
        &[S::Record],
        ("look back", 27),
        "Look back: the case as it was after this entry.",
    ),
    row(A::Earlier, &[of(Code::Left)], &[S::Replay], ("one entry", 1), "One entry back."),
    row(A::Later, &[of(Code::Right)], &[S::Replay], ("one entry", 2), "One entry on."),
    row(A::MuchEarlier, &[of(Code::PageUp)], &[S::Replay], ("ten", 3), "Ten entries back."),
    row(A::MuchLater, &[of(Code::PageDown)], &[S::Replay], ("ten", 4), "Ten entries on."),
    row(A::FirstMoment, &[of(Code::Home)], &[S::Replay], ("first", 5), "After the first entry."),
    row(A::LastMoment, &[of(Code::End)], &[S::Replay], ("last", 6), "After the last entry."),
    row(A::Up, &[of(Code::Up), sign('k')], &[S::List], ("", 0), "One row up."),
    row(A::Down, &[of(Code::Down), sign('j')], &[S::List], ("", 0), "One row down."),
    row(A::PageUp, &[of(Code::PageUp)], &[S::List], ("", 0), "Read further up."),
    row(A::PageDown, &[of(Code::PageDown)], &[S::List], ("", 0), "Read further down."),
    row(A::First, &[of(Code::Home)], &[S::List], ("", 0), "To the first row."),
    row(A::Last, &[of(Code::End)], &[S::List], ("", 0), "To the last row."),
    row(A::Go, &[sign('g')], &[S::Case, S::Drill], ("go", 40), "Go to a screen: its letter follows."),
    row(
        A::ShowNow,
        &[sign('g')],
        &[S::Go],
        ("Now", 1),
        "What do I do? One card, what comes after it, what just changed.",
    ),
    row(
        A::ShowSteps,
        &[sign('s')],
        &[S::Go],
        ("Steps", 2),
        "What is left, and whose? The whole checklist as one tree.",
    ),
    row(
        A::ShowCalls,
        &[sign('c')],
        &[S::Go],
        ("Calls", 3),
        "Whom do I ring? The call, whom to call now, then everybody. Nothing is ever dialled.",
    ),
    row(
        A::ShowTests,
        &[sign('t')],
        &[S::Go],
        ("Tests", 4),
        "Are we over the line, and why? Every test, element by element. People decide.",
    ),
    row(
        A::ShowRecord,
        &[sign('r')],
        &[S::Go],
        ("Record", 5),
        "What did we say, and when? By time recorded, by time happened, each list.",
    ),
    row(
        A::ShowPaper,
        &[sign('p')],
        &[S::Go],
        ("Paper", 6),
        "What do I hand out? What each document has and lacks, and to whom it goes.",
    ),
    row(
        A::ShowDrill,
        &[sign('d')],
        &[S::Go],
        ("Drill", 7),
        "Who gets what next? The facilitator's console of an exercise.",
    ),
    row(
        A::ShowHome,
        &[sign('h')],
        &[S::Go],
        ("Home", 8),
        "Which case? Cases, a new incident, an exercise, readiness, the phone list.",
    ),
    row(A::NextScreen, &[of(Code::Tab)], &[S::Case, S::Drill], ("", 0), "To the next screen."),
    row(A::PrevScreen, &[of(Code::BackTab)], &[S::Case, S::Drill], ("", 0), "To the screen before."),
    row(
        A::Search,
        &[sign('/')],
        &[S::Case],
        ("find", 41),
        "Find a question, a task, a test, a clause, a call or a record; looking back: a moment.",
    ),
    row(A::Palette, &[sign(':')], &[S::Screen], ("commands", 42), "Every command by its name; some stand only here."),
    row(A::Help, &[sign('?')], &[S::Screen], ("keys", 43), "The keys of this screen, and the signs."),
    row(A::Back, &[of(Code::Esc)], &[S::Everywhere], ("back", 35), "One step back. What was typed is kept."),
    row(
        A::Quit,
        &[sign('q')],
        &[S::Screen, S::Projector],
        ("leave", 44),
        "Leave. Everything that was recorded is on the disk already.",
    ),
    row(A::LogCall, &[], &[S::Case], ("any other call", 0), "Log a call that was made or tried, with how it ended."),
    row(A::CloseCase, &[], &[S::Case], ("close the case", 0), "Close the case; what is left to do is listed first."),
    row(A::Reopen, &[], &[S::Case], ("reopen the case", 0), "Open a closed case again, with the reason."),
    row(A::CheckTime, &[], &[S::Case], ("time check", 0), "Compare the laptop's clock with a watch."),
    row(
        A::Resume,
        &[],
        &[S::Case],
        ("where", 0),
        "Where the case stands: what was recorded since, what is next, the clocks, what came back.",
    ),
    row(
        A::Replay,
        &[],
        OF_CASE,
        ("replay", 0),
        "Look back: the case as it was after each of its entries, and at any time. Nothing is recorded.",
    ),
    row(A::Seal, &[], OF_CASE, ("seal", 0), "The seal of the whole case, and a picture of it for a camera."),
    row(
        A::RealEvent,
        &[sign('!')],
        &[S::Case, S::Home, S::Card, S::Pick, S::Go, S::Drill],
        ("REAL EVENT", 0),
        "In an exercise: something real happens. It stands still at once; REAL or NO DUFF ends it.",
    ),
    row(A::Mouse, &[], &[S::Screen], ("mouse", 0), "Free the mouse for selecting and copying text, or take it back."),
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

#[cfg(test)]
#[path = "keymap_tests.rs"]
mod tests;
