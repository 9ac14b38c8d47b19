//! What came of a tabletop, in lines that can be worked out by hand: each expectation, and each figure.

use super::super::worked::{m, told};
use breachbook::base::{ItemId, Stamp};
use breachbook::drill::Played;
use breachbook::drill::expect::{Contingent, Course, Watch};
use breachbook::drill::figures::{Figures, SetAnew, Share, Timed, Took};
use breachbook::session::drill::Conduct;

/// How each expectation stands, and the figures of the exercise.
#[derive(PartialEq, Eq, Debug)]
pub struct Came {
    pub expected: Vec<String>,
    pub figures: Vec<String>,
}

/// What was worked out by hand: a line each, the figures behind an empty line.
pub fn by_hand(text: &str) -> Came {
    let lines = |part: &str| part.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
    let mut parts = text.split("\n\n").map(lines).filter(|lines| !lines.is_empty());
    let came = Came { expected: parts.next().unwrap(), figures: parts.next().unwrap() };
    assert_eq!(parts.next(), None, "two parts");
    came
}

/// Looks at both folders as the console has read them.
pub fn came(conduct: &Conduct) -> Came {
    let played = conduct.played();
    let mut watch = Watch::default();
    watch.follow(played.script, played.playbook, played.case);
    let course = Course::of(&played, &watch);
    assert_eq!(course, conduct.course(), "the console followed it all along");
    let expected = course.expected.iter().map(|one| format!("{} {}", one.of(played.script).id, told(one))).collect();
    Came { expected, figures: figures(&played, &course, &Figures::of(&played, &watch, &course)) }
}

fn figures(played: &Played<'_>, course: &Course, figures: &Figures) -> Vec<String> {
    let first = &figures.first_call;
    let mut lines =
        vec![format!("first call {}, reached {}", minutes(first.any.as_ref()), minutes(first.reached.as_ref()))];
    lines.extend(figures.timed.iter().map(timed));
    let clock = &figures.clock;
    lines.push(format!(
        "played {}, real {}, paused {} ({})",
        m(clock.minutes_ms),
        m(clock.real_ms),
        m(clock.paused_ms),
        clock.pauses
    ));
    lines.extend(clock.set_anew.iter().map(set_anew));
    let totals = figures.totals;
    lines.push(format!(
        "met {}, met or partly {}; missed {}, not reached {}, not judged {}, n/a {}",
        share(totals.share_met()),
        share(totals.share_met_or_partly()),
        totals.missed,
        totals.not_reached,
        totals.not_judged,
        totals.not_applicable
    ));
    lines.extend(course.contingencies.iter().map(|one| contingency(played, one)));
    lines.push(format!("calls {}, reached {}", figures.calls, figures.reached));
    let decided = &figures.decided;
    let roles = decided.by_role.iter().map(|(role, times): (&ItemId, &usize)| format!("{role} {times}"));
    lines.push(format!("decided {}; by somebody absent {}", roles.collect::<Vec<_>>().join(", "), decided.by_absent()));
    lines
}

fn minutes(took: Option<&Took>) -> String {
    took.map_or_else(|| "never".into(), |took| m(took.minutes_ms))
}

fn timed(one: &Timed) -> String {
    let mut line = format!("{} {}", one.figure.said(), minutes(one.took.as_ref()));
    if let Some(took) = &one.took {
        line += &format!(", real {}, by the clock {}", m(took.real_ms), m(took.by_clock_ms));
    }
    if let Some(tried) = &one.tried {
        line += &format!(", tried {}", m(tried.minutes_ms));
    }
    let mut seats: Vec<_> = one.seats.iter().collect();
    seats.sort_by(|(one, _), (other, _)| one.cmp(other));
    for (seat, took) in seats {
        line += &format!("; {seat} {}", minutes(took.as_ref()));
    }
    for (took, says) in &one.changes {
        line += &format!("; then at {}: {}", m(took.minutes_ms), says.as_deref().unwrap_or("holds no more"));
    }
    line
}

fn set_anew(one: &SetAnew) -> String {
    let time = |stamp: Stamp| stamp.instant().format("%a %H:%M:%S").to_string();
    format!("part {} sets the clock from {} to {}, by {}", one.part, time(one.from), time(one.to), m(one.by_ms))
}

fn share(share: Option<Share>) -> String {
    share.map_or_else(
        || "nothing".into(),
        |share| match share.percent() {
            Some(percent) => format!("{} of {} ({percent} %)", share.part, share.of),
            None => format!("{} of {}", share.part, share.of),
        },
    )
}

fn contingency(played: &Played<'_>, one: &Contingent) -> String {
    let offered = one.offered().map_or_else(
        || "not offered".into(),
        |(of, at)| format!("offered {} for {}", m(at), played.script.expectations[of].id),
    );
    let sent = one.sent.map_or_else(|| "not sent".into(), |sent| format!("sent {}", m(sent.played_ms)));
    format!("inject {}: {offered}, {sent}", one.inject)
}
