//! The commands of the console: one table that help, the manual and the console itself read.

use super::{Flow, Lead, acts, looks};
use crate::base::text::{cut, inert_line};
use std::io;

/// One command.
pub struct LeadCommand {
    pub name: &'static str,
    /// What may follow, empty if nothing.
    pub takes: &'static str,
    /// What it does, as a sentence.
    pub help: &'static str,
    run: Run,
}

type Run = fn(&mut Lead<'_>, &str) -> io::Result<Flow>;

const fn command(name: &'static str, takes: &'static str, help: &'static str, run: Run) -> LeadCommand {
    LeadCommand { name, takes, help, run }
}

const TABLE: [LeadCommand; 32] = [
    command("status", "", "Says how the clock, the injects and what is expected stand.", looks::status),
    command("show", "NUMBER", "Says an inject whole, with what is expected of it.", looks::show),
    command("start", "", "Starts the clock with the first part.", acts::start),
    command("pause", "[WHY]", "The clock stands still.", acts::pause),
    command(
        "resume",
        "",
        "The clock goes on; where two consoles contradict each other, that settles it.",
        acts::resume,
    ),
    command("send", "NUMBER", "Sends an inject now: in a pause, on hold or before the start, too.", acts::send),
    command(
        "adhoc",
        "FROM | TO | [HOW |] TEXT",
        "Sends an inject made on the spot; several in TO with commas between. HOW is phone, email, news and so on, screen where \
         nothing is said.",
        acts::adhoc,
    ),
    command("hold", "NUMBER [WHY]", "Holds an inject back.", acts::hold),
    command("go", "NUMBER", "Lets an inject go that was held or skipped.", acts::let_go),
    command("skip", "NUMBER WHY", "Leaves an inject out.", acts::skip),
    command("later", "NUMBER|all MINUTES [WHY]", "Puts an inject off, or all that are left of this part.", acts::later),
    command("before", "NUMBER NUMBER", "Puts an inject before another one.", acts::before),
    command("up", "NUMBER", "Puts an inject one place up.", |lead, text| acts::shift(lead, text, true)),
    command("down", "NUMBER", "Puts an inject one place down.", |lead, text| acts::shift(lead, text, false)),
    command("judge", "ID VERDICT [WHY]", "Judges: met, partly, missed or na; an objective P, S, M or U.", acts::judge),
    command("observe", "TAG TEXT", "Notes what was seen: strength, gap, question, decision or parked.", acts::observe),
    command("timeup", "[TEXT]", "Notes in the case that time is up.", acts::time_up),
    command("part", "ID", "Begins a part.", acts::part),
    command("next", "", "Begins the next part; says first what was not sent.", acts::next),
    command("end", "", "Ends the exercise; says first what was not sent.", acts::end),
    command(
        "review",
        "",
        "Goes through what is left after the exercise: notes, ratings, improvement actions.",
        |_, _| Ok(Flow::Reviews),
    ),
    command("back", "[WHY]", "Takes back what this console recorded last.", acts::take_back),
    command("strike", "ENTRY WHY", "Strikes out an older entry of this exercise.", acts::strike),
    command("called", "ROLE NAME [absent]", "Notes who plays a role, or is missing.", acts::called),
    command("watch", "TIME", "Compares this computer's clock with a watch.", acts::watch),
    command("roles", "", "Says who plays which role, and the cards of the simulation cell.", looks::roles),
    command("left", "", "Says what is not sent yet.", looks::left),
    command("expected", "", "Says what is expected, with what became of it.", looks::expected),
    command("!", "", "Something real happens: the exercise stands still at once.", acts::stop_for_real),
    command(
        "real",
        "REAL|NO DUFF|slip",
        "It is real, and the exercise ends; or it was a slip.",
        acts::say_whether_real,
    ),
    command("help", "", "Lists the commands.", looks::help),
    command("quit", "", "Leaves; the clock of the exercise goes on.", |_, _| Ok(Flow::Leaves)),
];

/// Every command.
pub fn table() -> &'static [LeadCommand] {
    &TABLE
}

/// Does what a line says. An empty one only looks.
pub(super) fn take(lead: &mut Lead<'_>, text: &str) -> io::Result<Flow> {
    let text = text.trim();
    let (word, rest) = text.split_once(char::is_whitespace).map_or((text, ""), |(word, rest)| (word, rest.trim()));
    let word = word.trim_start_matches(':');
    if !matches!(word, "next" | "end") {
        lead.asked = None;
    }
    if text.is_empty() {
        return looks::glance(lead);
    }
    if let Some(command) = TABLE.iter().find(|command| command.name == word) {
        return (command.run)(lead, rest);
    }
    let near = crate::source::closest(word, TABLE.iter().map(|command| command.name));
    let near = near.map_or_else(String::new, |near| format!(" Did you mean {near}?"));
    lead.line(&format!("There is no \"{}\" here.{near} help lists the commands.", inert_line(&cut(word, 40))))?;
    Ok(Flow::GoesOn)
}
