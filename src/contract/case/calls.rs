//! Every attempt to reach somebody, and every call that was passed on, in the order of the log.

use crate::base::written::object;
use crate::base::{EventTime, ItemId, Stamp};
use crate::case::{CallOutcome, Fact, Recorded};
use crate::judge::View;

pub fn calls<'a>(of: &View<'a>) -> Vec<Call<'a>> {
    (0..of.state.log.len()).filter_map(|at| call(of, at)).collect()
}

fn call<'a>(of: &View<'a>, at: usize) -> Option<Call<'a>> {
    let recorded = of.state.at(at);
    let made = match &recorded.fact {
        Fact::Called { role, person, channel, outcome, calls, said, .. } => Made {
            calls,
            role: Some(role),
            person: person.as_deref(),
            channel: channel.as_deref(),
            outcome: Some(*outcome),
            said: said.as_deref(),
        },
        Fact::PassedOn { calls, to, said, .. } => {
            Made { calls, role: None, person: Some(to), channel: None, outcome: None, said: said.as_deref() }
        }
        _ => return None,
    };
    Some(Call::of(of, at, recorded, made))
}

pub struct Made<'a> {
    pub calls: &'a [ItemId],
    role: Option<&'a ItemId>,
    person: Option<&'a str>,
    channel: Option<&'a str>,
    outcome: Option<CallOutcome>,
    said: Option<&'a str>,
}

object! {
    Call<'a>(of: &View<'_>, at: usize, recorded: &'a Recorded, made: Made<'a>) => {
        entry: String = of.state.name(at),
        recorded: Stamp = recorded.at,
        happened: Option<EventTime> = recorded.who.happened,
        /// The calls of the policy that it counts for.
        calls: &'a [ItemId] = made.calls,
        role: Option<&'a ItemId> = made.role,
        /// Who was called, or who was asked to make the call.
        person: Option<&'a str> = made.person,
        channel: Option<&'a str> = made.channel,
        /// How it ended; `None` where it was passed on.
        outcome: Option<&'static str> = made.outcome.map(CallOutcome::word),
        said: Option<&'a str> = made.said,
        by: &'a str = recorded.recorder(),
        struck_by: Option<String> = of.state.struck_by(&recorded.id).map(|by| of.state.name(by)),
    }
}
