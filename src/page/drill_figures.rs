//! The figures of a drill in words: minutes of the exercise first, real time beside them.

use super::line::{Line, Tone};
use crate::base::Stamp;
use crate::base::text::counted;
use crate::drill::figures::{Clock, Decided, Figures, SetAnew, Share, Timed, Took, Totals, WritingDown};
use crate::playbook::Playbook;

/// `7:30`; minutes go on beyond the hour.
pub fn minutes(ms: u64) -> String {
    let seconds = ms / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// `2 d 16:35:30`, `16:35:30`.
pub fn span(ms: u64) -> String {
    let seconds = ms / 1000;
    let (days, hours, minutes, seconds) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    match (days, hours) {
        (0, 0) => format!("{minutes}:{seconds:02}"),
        (0, hours) => format!("{hours}:{minutes:02}:{seconds:02}"),
        (days, hours) => format!("{days} d {hours}:{minutes:02}:{seconds:02}"),
    }
}

/// `Fri 15:50:00`.
fn clock_time(at: Stamp) -> String {
    at.instant().format("%a %H:%M:%S").to_string()
}

/// `2 of 5 (40 %)`; of few, the fraction alone.
pub fn share(share: Option<Share>) -> String {
    match share {
        None => "none to count".into(),
        Some(share) => {
            let percent = share.percent().map_or_else(String::new, |percent| format!(" ({percent} %)"));
            format!("{} of {}{percent}", share.part, share.of)
        }
    }
}

/// One figure: what it is, and how it came out.
pub struct Told {
    pub title: String,
    pub says: Line,
}

/// The times from the first inject on, one figure each.
pub fn times(figures: &Figures, playbook: &Playbook) -> Vec<Told> {
    let told = |title: &str, says: Line| Told { title: title.to_owned(), says };
    let mut all = vec![told("First call", first_call(figures))];
    for one in &figures.timed {
        all.push(told(&capital(one.figure.said()), timed(one, figures, playbook)));
    }
    all.push(told("Minutes", clock(&figures.clock)));
    all
}

fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// What stands where something never came: `not by the end, at 27:30`.
fn never(figures: &Figures) -> Line {
    match (figures.first, figures.end_ms) {
        (None, _) => Line::quiet("no inject went out"),
        (Some(_), Some(end)) => format!("not by the end, at {}", minutes(end)).into(),
        (Some(_), None) => Line::quiet("none yet"),
    }
}

fn first_call(figures: &Figures) -> Line {
    let Some(any) = &figures.first_call.any else { return never(figures) };
    let reached = match (&figures.first_call.reached, figures.end_ms) {
        (Some(reached), _) => format!("reached {}", bare(reached)),
        (None, Some(end)) => format!("nobody reached by the end, at {}", minutes(end)),
        (None, None) => "nobody reached yet".into(),
    };
    took(any).and(Tone::Text, format!(" ({reached})"))
}

fn bare(took: &Took) -> String {
    if took.before { "before the inject".into() } else { minutes(took.minutes_ms) }
}

/// `16:30, real 21:30, said to have happened 13:30`.
pub fn took(took: &Took) -> Line {
    let mut line = Line::from(bare(took));
    if !took.before && took.real_ms / 1000 != took.minutes_ms / 1000 {
        line = line.and(Tone::Text, format!(", real {}", minutes(took.real_ms)));
    }
    if !took.before && took.by_clock_ms / 1000 > took.minutes_ms / 1000 {
        line = line.and(Tone::Text, format!("; by the exercise clock {}", span(took.by_clock_ms)));
    }
    if let Some(happened) = took.happened {
        let said = if happened.before { "before the inject".to_owned() } else { minutes(happened.minutes_ms) };
        line = line.and(Tone::Text, format!(", said to have happened {said}"));
    }
    if took.compared { line } else { line.and(Tone::Quiet, " ± laptop clocks not compared") }
}

fn timed(one: &Timed, figures: &Figures, playbook: &Playbook) -> Line {
    let mut line = one.took.as_ref().map_or_else(|| never(figures), took);
    if let Some(tried) = one.tried.as_ref() {
        line = line.and(Tone::Text, format!("; first attempt {}", bare(tried)));
    }
    if let Some(split) = &one.split {
        line = line.and(Tone::Text, format!("; split at {}", bare(split)));
    }
    for (seat, took) in &one.seats {
        let title = playbook.role_title(seat.as_str());
        let says = took.as_ref().map_or_else(|| "none".to_owned(), bare);
        line = line.and(Tone::Quiet, format!("; {title} {says}"));
    }
    for (took, says) in &one.changes {
        let says = says.as_deref().filter(|says| !says.is_empty()).unwrap_or("holds no more");
        line = line.and(Tone::Text, format!("; then changed at {}: {says}", bare(took)));
    }
    line
}

/// `28:00, real 33:00, paused 5:00 (1), set anew 1 (part 2: from Fri 15:50:00, by 2 d 16:10:00)`.
pub fn clock(clock: &Clock) -> Line {
    let anew = |one: &SetAnew| format!("part {}: from {}, by {}", one.part, clock_time(one.from), span(one.by_ms));
    let each: Vec<String> = clock.set_anew.iter().map(anew).collect();
    let anew = if each.is_empty() { "0".to_owned() } else { format!("{} ({})", each.len(), each.join("; ")) };
    format!(
        "{}, real {}, paused {} ({}), set anew {anew}",
        minutes(clock.minutes_ms),
        minutes(clock.real_ms),
        minutes(clock.paused_ms),
        clock.pauses,
    )
    .into()
}

/// `Met 2, partly 2, missed 1, does not apply 0`; what is outside the count is named where there is any.
pub fn totals(totals: Totals) -> String {
    let Totals { met, partly, missed, not_applicable, not_reached, not_judged, open } = totals;
    let mut says = format!("Met {met}, partly {partly}, missed {missed}, does not apply {not_applicable}");
    for (count, word) in [(not_reached, "not reached"), (not_judged, "not judged"), (open, "open")] {
        if count > 0 {
            says = format!("{says}, {word} {count}");
        }
    }
    says
}

/// `met 2 of 5 (40 %), met or partly 4 of 5 (80 %)`.
pub fn shares(totals: Totals) -> String {
    match totals.share_met() {
        None => "No expectation was met, partly met or missed, so there is no share.".into(),
        Some(_) => format!("met {}, met or partly {}", share(totals.share_met()), share(totals.share_met_or_partly())),
    }
}

/// How often each role decided, those that nobody used among them.
pub fn by_role(decided: &Decided, playbook: &Playbook) -> Vec<String> {
    decided.by_role.iter().map(|(role, count)| format!("{} {count}", playbook.role_title(role.as_str()))).collect()
}

pub fn writing_down(written: Option<WritingDown>) -> String {
    match written {
        None => "No times given.".into(),
        Some(written) => format!(
            "median {}, longest {}, {} with a time given",
            span(written.median_ms),
            span(written.longest_ms),
            counted(written.n, "entry", "entries")
        ),
    }
}
