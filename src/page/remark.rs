//! What must not be overlooked about an entry, in sentences.

use super::{log, roughly, words};
use crate::base::span;
use crate::base::text::inert_line;
use crate::case::{Fact, Recorded};
use crate::judge::View;
use crate::judge::evidence::registers;
use crate::judge::items::advice;
use crate::judge::picture::remarks::Remark;
use crate::judge::view::closing;

/// One remark on an entry that was just recorded.
pub fn say(view: &View<'_>, recorded: &Recorded, remark: &Remark) -> String {
    let playbook = view.playbook;
    let named = |at: &usize| log::named(view, *at);
    match remark {
        Remark::ReserveUsed => {
            "The disk is full. This entry went into room that was kept for the last ones: free some space now.".into()
        }
        Remark::Room(room) => room.words().unwrap_or_default(),
        Remark::BecameNote => {
            "The playbook of this case cannot be read, so this was recorded as a note. Record it under \
                               its item once the playbook is back."
                .into()
        }
        Remark::SoundsReal => "If it is real, press !. The exercise stands still at once.".into(),
        Remark::Held(at, held) => {
            let hold = held.of(playbook, &playbook.items[*at]).map_or("", |hold| hold.say.as_str());
            format!("Recorded although it waits: {hold}")
        }
        Remark::Reopened(why) => format!("The case is open again: {}", inert_line(why)),
        Remark::DoesNotApply(at, verdict) => {
            let why = words::short_reasons(verdict, &view.knowledge());
            let why = if why.is_empty() { String::new() } else { format!(" ({})", why.join(", ")) };
            let item = &playbook.items[*at];
            match view.picture.ending {
                Some(_) if view.ended_by(&view.picture.items[*at]).is_none() => {
                    format!("{} does not apply now{why}. What is recorded counts on.", item.id)
                }
                _ => format!("It does not apply now{why}: nothing follows from it."),
            }
        }
        Remark::LeftOut(all) => {
            let all = all
                .iter()
                .map(|at| format!("{} ({})", playbook.items[*at].title.trim_end_matches('.'), playbook.items[*at].id));
            let all = all.collect::<Vec<_>>().join("; ");
            format!("Left out, until somebody finds that it is needed: {all}.")
        }
        Remark::ClockAhead(0) => "The computer's clock agrees with the watch.".into(),
        Remark::ClockAhead(ahead) => {
            let way = if *ahead > 0 { "ahead of" } else { "behind" };
            format!("The computer's clock is {} {way} the watch.", span::short(ahead.saturating_abs()))
        }
        Remark::Roughly(answer, open) => roughly::remark(answer, open),
        Remark::OtherSource(at) => {
            let recorded = view.state.at(*at);
            let Fact::Answered { source, .. } = &recorded.fact else { return String::new() };
            format!(
                "Replaces what {} said at {}. If both stand, this playbook holds one answer here: note it, and decide \
                 which counts.",
                inert_line(source.as_deref().unwrap_or_default()),
                recorded.happened().short_in(view.now)
            )
        }
        Remark::SaidAlready(at) => {
            format!("Said already at {}; nothing changes.", view.state.at(*at).happened().short_in(view.now))
        }
        Remark::ClosedBy(role) => match closing::role(playbook, role) {
            Some(known) => format!("Closed by: {} ({}).", known.title.trim_end_matches('.'), known.id),
            None => format!("Closed by: \"{}\", which is no role of this playbook.", inert_line(role)),
        },
        Remark::StillInForce(items) => closing::still_in_force(playbook, items.iter().copied()).unwrap_or_default(),
        Remark::PastDue(due) => format!("The day {due} has passed already: the point is overdue."),
        Remark::Unadvised(at) => format!(
            "The policy wants {} only \"if so advised\", and {}. It stays to do until that is recorded.",
            playbook.items[*at].id,
            advice::UNADVISED
        ),
        Remark::ReachedAllTheSame => {
            "Somebody was reached all the same: the call stays reached, and the record says both.".into()
        }
        Remark::StruckOut(at) => format!("Struck out: {}.", named(at)),
        Remark::Settles(all) => format!("In the place of {}.", all.iter().map(named).collect::<Vec<_>>().join("; ")),
        Remark::CountsNow(all) => format!("Counts now: {}.", all.iter().map(named).collect::<Vec<_>>().join("; ")),
        Remark::RowsTakenIn => format!("Taken in: {}.", registers::says(Some(playbook), &recorded.fact, view.now)),
        Remark::Doubt(doubt) => doubt.words(playbook.counts.as_ref().map_or("", |counts| counts.home.as_str())),
    }
}
