//! Minutes and times that have to fit together.

use super::Checked;
use crate::base::text::counted;
use crate::source::{Code, Problem, Problems};

/// How far the minutes of the parts together may be off those of the exercise.
const MINUTES_OFF: u32 = 10;

pub(super) fn check(checked: &Checked<'_>, problems: &mut Problems) {
    if problems.spared(&["minutes", "start"], &[Code::NoOffset]) {
        starts(checked, problems);
        together(checked, problems);
    }
    for (raw, inject) in checked.raw.inject.iter().zip(&checked.script.injects) {
        let Some(at) = raw.at.filter(|at| at.sound) else { continue };
        let Some(part) = checked.script.parts.get(inject.part).filter(|part| part.id.as_str() == raw.part.text) else {
            continue;
        };
        if at.number > part.minutes {
            let message = format!("The part `{}` has {} minutes; this comes later.", part.id, part.minutes);
            problems.add(Problem::new(Code::BeyondItsPart, at.span, message));
        }
    }
}

/// A part starts when the one before it has ended by plan, or later.
fn starts(checked: &Checked<'_>, problems: &mut Problems) {
    let mut ends = checked.script.start;
    for (at, (raw, part)) in checked.raw.module.iter().zip(&checked.script.parts).enumerate() {
        if let (Some(start), Some(written)) = (part.start, raw.start) {
            let message = if at == 0 {
                (start != ends)
                    .then(|| "The first part starts with the exercise, at the time under [drill].".to_owned())
            } else {
                (start < ends).then(|| {
                    format!(
                        "By plan the part before it ends at {}, and this is earlier.",
                        ends.instant().format("%a %H:%M")
                    )
                })
            };
            if let Some(message) = message {
                problems.add(Problem::new(Code::PartsOverlap, written.span, message));
            }
            ends = ends.max(start);
        }
        ends = ends.plus_seconds(i64::from(part.minutes) * 60);
    }
}

fn together(checked: &Checked<'_>, problems: &mut Problems) {
    let parts: u32 = checked.script.parts.iter().map(|part| part.minutes).sum();
    let minutes = checked.script.minutes;
    if parts.abs_diff(minutes) > MINUTES_OFF {
        let message = format!(
            "The parts have {} together, and the exercise {minutes}.",
            counted(parts as usize, "minute", "minutes")
        );
        problems.add(Problem::new(Code::MinutesDiffer, checked.head.minutes.span, message));
    }
}
