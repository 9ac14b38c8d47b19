//! The commands of the plain walk: one table that `:help`, the manual and the walk itself read.

use super::beside::{as_arguments, correct, strike_out};
use super::closing::{close, close_anyway, reopen};
use super::looks::{glance, list, place, tests, who, why};
use super::moves::{back, go, skip};
use super::own::{add, mine};
use super::print::{case_seal, print};
use super::replay::replay;
use super::together::together;
use super::walk::{Flow, Walk};
use crate::judge::picture::agenda::Target;
use crate::judge::view::deciders::sat;
use crate::record::verbs::{
    call as log_call, confirm as still_right, contact as set, defer as put_off, handover, note as noting,
    pass_on as passing, prohibition, task, time_check as checking,
};
use crate::record::{Draft, Verb};
use std::io;

/// One command.
pub struct PlainCommand {
    /// What is typed behind the colon.
    pub name: &'static str,
    /// What may follow, empty if nothing.
    pub takes: &'static str,
    /// What it does, as a sentence.
    pub help: &'static str,
    run: fn(&mut Walk<'_>, &str) -> io::Result<Flow>,
}

type Run = fn(&mut Walk<'_>, &str) -> io::Result<Flow>;

const fn command(name: &'static str, takes: &'static str, help: &'static str, run: Run) -> PlainCommand {
    PlainCommand { name, takes, help, run }
}

const TABLE: [PlainCommand; 45] = [
    command("help", "", "Lists the commands.", help),
    command("list", "", "Lists every item that applies, with its state.", list),
    command("mine", "", "Lists what falls to whoever is at the keyboard, then what has no owner.", mine),
    command(
        "add",
        "[NUMBER]",
        "Adds what was done, a piece of evidence, who had it, hours, a cost or a message; alone it lists them.",
        add,
    ),
    command("tests", "", "Lists every test, met or not, and what it waits for.", tests),
    command("rules", "", "The same: rules are tests.", tests),
    command("status", "", "Says at a glance where the case stands.", glance),
    command("who", "", "Says who is at the keyboard and whom to call now.", who),
    command("why", "", "Says why it is asked, its clauses, and what the policy does not say.", why),
    command("more", "", "Lists everything that can be recorded here by its number.", |walk, _| {
        walk.ask_with(true)?;
        Ok(Flow::Wait)
    }),
    command(
        "where",
        "",
        "Says where the case stands, as for somebody who comes back, and in which folder it is kept.",
        place,
    ),
    command(
        "print",
        "[WHAT [FORMAT]]",
        "Prints a page, a list or a document; alone, says what there is to print.",
        print,
    ),
    command("seal", "", "Says the seal of the whole case, to be written down.", case_seal),
    command(
        "replay",
        "[MOMENT]",
        "Says where the case stood at a time (02:40) or after an entry (k4-12); -1 goes one entry back, +1 on. Records nothing.",
        replay,
    ),
    command("go", "ID", "Goes to an item or a silence, open or not.", go),
    command(
        "together",
        "",
        "Asks the open questions of this step one after the other, and records all in one piece.",
        together,
    ),
    command("skip", "", "Passes the item over for now.", skip),
    command("back", "", "Goes back to the item that was shown before.", back),
    command("text", "", "Takes several lines as one answer; a single dot ends them.", |walk, _| walk.gather()),
    command(
        "record",
        "VERB ARGUMENTS",
        "Records anything, written as on the command line: :record pass-on consult_counsel --to \"C. Ito\" --all",
        as_arguments,
    ),
    command("not-needed", "REASON", "Records that the item does not apply or is not needed.", not_needed),
    command("needed", "REASON", "Records that the item was found to be needed.", needed),
    command(
        "defer",
        "UNTIL [because REASON]",
        "Puts the item off until a time or until another item has a record.",
        defer,
    ),
    command(
        "confirm",
        "[REASON]",
        "Says that what has to be looked at again is still right as it was recorded.",
        confirm,
    ),
    command("note", "WORDS", "Adds a note to the item that is shown.", note),
    command("case-note", "WORDS", "Adds a note to the case as a whole.", case_note),
    command(
        "call",
        "ID OUTCOME [WORDS]",
        "Logs a call at any time: a call or a role, how it ended, what was said.",
        call,
    ),
    command(
        "pass-on",
        "ID [to NAME]",
        "Asks somebody else to make a call; it stays open until they report back.",
        |walk, words| pass_on(walk, words, false),
    ),
    command(
        "pass-on-all",
        "ID [to NAME]",
        "The same, with all open calls that the policy has the same role make.",
        |walk, words| pass_on(walk, words, true),
    ),
    command(
        "contact",
        "ROLE PERSON; CHANNEL",
        "Fills in who holds a role in this case and how to reach them.",
        contact,
    ),
    command("seen", "ID", "Records that a prohibition was read.", seen),
    command("broken", "ID WORDS", "Records that a prohibition was not kept, and what happened.", broken),
    command("for", "NAME", "Sets for which row of a list the next entry is.", for_row),
    command("at", "WHEN", "Sets when the next entry happened: 02:13, 20m ago, about 01:00.", at),
    command("actor", "NAME", "Sets who did what the next entry says.", actor),
    command(
        "person",
        "NAME [standing in for NAME]",
        "Sets who decided what the next decision says; without it that is not stated.",
        person,
    ),
    command("remark", "WORDS", "Adds a remark to the next entry.", remark),
    command(
        "strike",
        "[ENTRY [because REASON]]",
        "Strikes out the last record of this walk, or any entry by its name (k4-12): it counts no more, and stays readable.",
        strike_out,
    ),
    command(
        "correct",
        "ENTRY",
        "Records anew what an entry says, by its name (k4-12); the new one stands in its place.",
        correct,
    ),
    command("handover", "NAME [witness NAME]", "Hands the keyboard over.", hand_over),
    command("time-check", "TIME", "Compares the computer's clock with a watch.", time_check),
    command("close", "ROLE [because REASON]", "Closes the case, if nothing is open.", close),
    command("close-anyway", "ROLE because REASON", "Closes the case although something is open.", close_anyway),
    command("reopen", "REASON", "Opens a closed case again.", reopen),
    command("quit", "", "Ends the walk. Everything recorded stays.", |_, _| Ok(Flow::End)),
];

/// Every command, in the order of the help.
pub fn table() -> &'static [PlainCommand] {
    &TABLE
}

/// Runs what was typed behind the colon. A name may be cut short while it stays the only one.
pub(super) fn run(walk: &mut Walk<'_>, typed: &str) -> io::Result<Flow> {
    let (name, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    let exact = TABLE.iter().find(|command| command.name == name);
    let mut begun = TABLE.iter().filter(|command| !name.is_empty() && command.name.starts_with(name));
    let found = exact.or_else(|| begun.next().filter(|_| begun.next().is_none()));
    let Some(command) = found else {
        let near = TABLE.iter().map(|command| (strsim::damerau_levenshtein(name, command.name), command.name));
        let near = near.filter(|(distance, known)| *distance <= 2.max(known.len() / 3)).min();
        let hint = near.map_or_else(String::new, |(_, near)| format!("Did you mean {near}?"));
        walk.line(&format!("There is no command \":{}\". {hint}", crate::base::text::cut(name, 60)))?;
        walk.line("Nothing was recorded. :help lists the commands; a line that begins with :: is an answer.")?;
        return Ok(Flow::Stay);
    };
    let rest = rest.trim();
    let (takes, needs) = (!command.takes.is_empty(), !command.takes.is_empty() && !command.takes.starts_with('['));
    if needs && rest.is_empty() || !takes && !rest.is_empty() {
        walk.line(&format!("Write it as: {}", usage(command)))?;
        return Ok(Flow::Stay);
    }
    (command.run)(walk, rest)
}

fn usage(command: &PlainCommand) -> String {
    format!(":{} {}", command.name, command.takes).trim_end().to_owned()
}

fn help(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    for command in &TABLE {
        walk.line(&format!("{}: {}", usage(command), command.help))?;
    }
    walk.line(
        "Any other line is the answer to what is asked; one that begins with :: is an answer that begins with a colon.",
    )?;
    Ok(Flow::Stay)
}

pub(super) fn lines(walk: &mut Walk<'_>, lines: Vec<String>) -> io::Result<Flow> {
    lines.iter().try_for_each(|line| walk.line(line))?;
    Ok(Flow::Stay)
}

pub(super) fn nothing_asked(walk: &mut Walk<'_>) -> io::Result<Flow> {
    walk.line("No item is shown. :go ID goes to one.")?;
    Ok(Flow::Stay)
}

/// What is shown, an item or a silence.
fn shown(walk: &Walk<'_>) -> Option<String> {
    match walk.current()? {
        Target::Item(at) => Some(walk.session.playbook().items[at].id.to_string()),
        Target::Silence(at) => Some(walk.session.playbook().silences[at].id.to_string()),
    }
}

/// The item that is shown; silences are decided, not ruled out or put off.
fn shown_item(walk: &Walk<'_>) -> Option<String> {
    shown(walk).filter(|_| matches!(walk.current(), Some(Target::Item(_))))
}

/// Records something about the item that is shown and goes on.
fn about_item(walk: &mut Walk<'_>, verb: &'static Verb, fill: impl FnOnce(Draft) -> Draft) -> io::Result<Flow> {
    let Some(id) = shown_item(walk) else { return nothing_asked(walk) };
    let draft = fill(Draft::new(verb, id));
    leads_on(walk, &draft)
}

/// Records something and goes on.
fn leads_on(walk: &mut Walk<'_>, draft: &Draft) -> io::Result<Flow> {
    if walk.submit(draft)? {
        walk.leave();
        return Ok(Flow::Show);
    }
    Ok(Flow::Stay)
}

/// Records something beside the walk and stays where it is.
pub(super) fn beside(walk: &mut Walk<'_>, draft: &Draft) -> io::Result<Flow> {
    walk.submit(draft)?;
    Ok(Flow::Stay)
}

fn found(walk: &mut Walk<'_>, words: &str, outcome: &'static str) -> io::Result<Flow> {
    let (reason, adviser) = split(words, " advised by ");
    about_item(walk, &task::VERB, |draft| {
        let draft = draft.with(&task::OUTCOME, outcome).with(&task::WORDS, reason);
        draft.with_some(&task::ADVISED, adviser)
    })
}

fn not_needed(walk: &mut Walk<'_>, reason: &str) -> io::Result<Flow> {
    found(walk, reason, task::RULED_OUT)
}

fn needed(walk: &mut Walk<'_>, words: &str) -> io::Result<Flow> {
    found(walk, words, task::NEEDED)
}

fn defer(walk: &mut Walk<'_>, words: &str) -> io::Result<Flow> {
    let (until, reason) = split(words, " because ");
    about_item(walk, &put_off::VERB, |draft| draft.with(&put_off::UNTIL, until).with_some(&put_off::REASON, reason))
}

fn confirm(walk: &mut Walk<'_>, reason: &str) -> io::Result<Flow> {
    let reason = Some(reason.to_owned()).filter(|reason| !reason.is_empty());
    let Some(id) = shown(walk) else { return nothing_asked(walk) };
    leads_on(walk, &Draft::new(&still_right::VERB, id).with_some(&still_right::REASON, reason))
}

fn note(walk: &mut Walk<'_>, text: &str) -> io::Result<Flow> {
    beside(walk, &Draft::new(&noting::VERB, shown(walk).unwrap_or_default()).with(&noting::TEXT, text))
}

fn case_note(walk: &mut Walk<'_>, text: &str) -> io::Result<Flow> {
    beside(walk, &Draft::new(&noting::VERB, "").with(&noting::TEXT, text))
}

fn call(walk: &mut Walk<'_>, words: &str) -> io::Result<Flow> {
    let (id, rest) = split(words, " ");
    let (outcome, said) = split(rest.as_deref().unwrap_or_default(), " ");
    let draft = Draft::new(&log_call::VERB, id).with(&log_call::OUTCOME, outcome);
    leads_on(walk, &draft.with_some(&log_call::SAID, said))
}

fn pass_on(walk: &mut Walk<'_>, words: &str, all: bool) -> io::Result<Flow> {
    let (id, to) = split(words, " to ");
    let shown = shown_item(walk).as_deref() == Some(id.as_str());
    let all = all.then(|| crate::record::draft::ON.to_owned());
    let draft = Draft::new(&passing::VERB, id).with_some(&passing::TO, to).with_some(&passing::ALL, all);
    if shown { leads_on(walk, &draft) } else { beside(walk, &draft) }
}

fn contact(walk: &mut Walk<'_>, words: &str) -> io::Result<Flow> {
    let (role, rest) = split(words, " ");
    let (person, channel) = split(rest.as_deref().unwrap_or_default(), ";");
    beside(walk, &Draft::new(&set::VERB, role).with(&set::PERSON, person).with_some(&set::CHANNEL, channel))
}

fn seen(walk: &mut Walk<'_>, id: &str) -> io::Result<Flow> {
    beside(walk, &Draft::new(&prohibition::VERB, id))
}

fn broken(walk: &mut Walk<'_>, words: &str) -> io::Result<Flow> {
    let (id, what) = split(words, " ");
    let draft = Draft::new(&prohibition::VERB, id).with(&prohibition::BROKEN, what.unwrap_or_default());
    beside(walk, &draft)
}

fn for_row(walk: &mut Walk<'_>, name: &str) -> io::Result<Flow> {
    walk.beforehand("for", name);
    walk.line(&format!("The next entry is for: {name}"))?;
    Ok(Flow::Stay)
}

fn at(walk: &mut Walk<'_>, when: &str) -> io::Result<Flow> {
    walk.beforehand("at", when);
    walk.line(&format!("The next entry happened: {when}"))?;
    Ok(Flow::Stay)
}

fn actor(walk: &mut Walk<'_>, name: &str) -> io::Result<Flow> {
    walk.beforehand("actor", name);
    walk.line(&format!("The next entry was done or said by: {name}"))?;
    Ok(Flow::Stay)
}

fn person(walk: &mut Walk<'_>, words: &str) -> io::Result<Flow> {
    let (name, standing_in) = split(words, " standing in for ");
    walk.line(&format!("The next decision was taken by: {}", sat(Some(&name), standing_in.as_deref())))?;
    walk.sat = Some((name, standing_in));
    Ok(Flow::Stay)
}

fn remark(walk: &mut Walk<'_>, words: &str) -> io::Result<Flow> {
    walk.beforehand("note", words);
    walk.line("The remark goes with the next entry.")?;
    Ok(Flow::Stay)
}

fn hand_over(walk: &mut Walk<'_>, words: &str) -> io::Result<Flow> {
    let (to, witness) = split(words, " witness ");
    beside(walk, &Draft::new(&handover::VERB, "").with(&handover::TO, to).with_some(&handover::WITNESS, witness))
}

fn time_check(walk: &mut Walk<'_>, watch: &str) -> io::Result<Flow> {
    beside(walk, &Draft::new(&checking::VERB, "").with(&checking::WATCH, watch))
}

/// Two parts at the first `between`; the second only if something stands in it.
pub(super) fn split(words: &str, between: &str) -> (String, Option<String>) {
    match words.split_once(between) {
        Some((first, rest)) => (first.trim().to_owned(), Some(rest.trim().to_owned()).filter(|rest| !rest.is_empty())),
        None => (words.trim().to_owned(), None),
    }
}
