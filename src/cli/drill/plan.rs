//! The dry run: when everything would come, part by part, in exercise time and minutes of play.

use crate::base::Stamp;
use crate::base::text::{counted, inert_line, wrap};
use crate::drill::script::{Expectation, PartPlan, Planned, Script, plan};

/// Columns of a line.
const WIDTH: usize = 100;
/// Columns before the words of an inject: time, minute, what it is.
const LEAD: usize = 23;

/// The plan as text.
pub fn text(script: &Script) -> String {
    let parts = plan(script);
    let mut lines = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        lines.push(String::new());
        lines.push(heading(at, part));
        for planned in &part.injects {
            inject(script, planned, &mut lines);
        }
    }
    lines.join("\n")
}

fn heading(at: usize, part: &PartPlan<'_>) -> String {
    let minutes = counted(part.part.minutes as usize, "minute", "minutes");
    let title = inert_line(&part.part.title);
    format!("Part {}  {title}: {} from {}, minute {}", at + 1, minutes, day_and_time(part.begins), part.minute)
}

fn inject(script: &Script, planned: &Planned<'_>, lines: &mut Vec<String>) {
    let inject = planned.inject;
    let what = if inject.contingency.is_some() { "if" } else { "" };
    let lead = match planned.at {
        Some((time, minute)) => format!("  {}  min {minute:>3}  {what:<2}", time.clock()),
        None => format!("  by hand         {what:<2}"),
    };
    let words = format!(
        "{:>3}  {}  ({}, {} to {})",
        inject.number,
        inject.title,
        inject.delivery.said(),
        inject.from,
        inject.to.iter().map(crate::drill::script::Addressee::as_str).collect::<Vec<_>>().join(", ")
    );
    push(lines, &lead, &words);
    if let Some(contingency) = &inject.contingency {
        let waits: Vec<_> = contingency.if_not_met.iter().map(crate::base::ItemId::as_str).collect();
        let words = format!(
            "{} after, if not met: {}",
            counted(contingency.after_minutes as usize, "minute", "minutes"),
            waits.join(", ")
        );
        push(lines, "", &format!("     {words}"));
    }
    for expectation in script.expected_of(inject.number) {
        push(lines, "", &format!("     {}", expected(expectation)));
    }
}

fn expected(expectation: &Expectation) -> String {
    let said = match (expectation.avoid, expectation.within) {
        (false, Some(within)) => format!("expected within {within}"),
        (false, None) => "expected by the end".to_owned(),
        (true, Some(within)) => format!("expected to hold for {within}"),
        (true, None) => "expected to hold to the end".to_owned(),
    };
    format!("{said}: {}  ({})", expectation.text, expectation.id)
}

/// Adds words behind a lead, broken into lines that begin below the first.
fn push(lines: &mut Vec<String>, lead: &str, words: &str) {
    let words = inert_line(words);
    let indent = words.len() - words.trim_start().len();
    for (at, line) in wrap(words.trim_start(), WIDTH - LEAD - indent).into_iter().enumerate() {
        let lead = if at == 0 { lead } else { "" };
        let below = if at == 0 { indent } else { indent.max(5) };
        lines.push(format!("{lead:<LEAD$}{}{line}", " ".repeat(below)));
    }
}

fn day_and_time(at: Stamp) -> String {
    at.instant().format("%a %Y-%m-%d %H:%M %:z").to_string()
}
