//! The exercise in the status: what its clock says, which part is played, and what was sent. Nothing that was not sent is known here.

use crate::base::written::object;
use crate::base::{ItemId, Now, Stamp};
use crate::case::Fact;
use crate::case::exercise::{self, ClockState, PartBegun};
use crate::judge::View;

object! {
    Exercise<'a>(of: &View<'a>, exercise: &'a exercise::Exercise) {
        let started = exercise.state() != ClockState::NotStarted;
    } => {
        /// Exercise time; nothing before the start.
        time: Option<Now> = started.then_some(of.now),
        state: &'static str = match exercise.state() {
            _ if exercise.real_event.is_some() => "real-event",
            ClockState::NotStarted => "not-started",
            ClockState::Running => "running",
            ClockState::Paused => "paused",
            ClockState::Ended => "ended",
        },
        part: Option<Part<'a>> = exercise.part().map(|part| Part::of(part, exercise.parts.len())),
        played_s: u64 = exercise.now(of.reading).played_ms / 1000,
        paused_s: u64 = exercise.paused_ms(of.reading) / 1000,
        injects: Vec<Inject<'a>> = of.state.releases().filter_map(|at| inject(of, at)).collect(),
    }
}

object! {
    Part<'a>(part: &'a PartBegun, number: usize) => {
        number: usize = number,
        id: Option<&'a ItemId> = part.part.as_ref(),
        title: Option<&'a str> = part.title.as_deref(),
        questions: &'a [String] = &part.questions,
    }
}

/// An inject that was sent.
#[derive(serde::Serialize)]
pub struct Inject<'a> {
    /// Its number.
    #[serde(rename = "inject")]
    number: &'a str,
    /// The entry by which it went out.
    entry: String,
    /// Exercise time at which it did.
    sent: Stamp,
    from: &'a str,
    to: &'a [String],
    delivery: &'a str,
    /// Its text; of a spoken one, what the screen says of it.
    text: Option<&'a str>,
    files: &'a [String],
    absent: Option<&'a ItemId>,
    /// Whether somebody took it in.
    taken: bool,
    struck_out: bool,
}

fn inject<'a>(of: &View<'a>, at: usize) -> Option<Inject<'a>> {
    let recorded = of.state.at(at);
    let Fact::Released { inject, from, to, delivery, text, gist, files, absent } = &recorded.fact else { return None };
    Some(Inject {
        number: inject,
        entry: of.state.name(at),
        sent: recorded.at,
        from,
        to,
        delivery,
        text: text.as_deref().or(gist.as_deref()),
        files,
        absent: absent.as_ref(),
        taken: of.state.taken(&recorded.id).next().is_some(),
        struck_out: !of.state.counts(at),
    })
}
