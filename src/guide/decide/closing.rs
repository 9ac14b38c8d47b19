//! Handing over, checking the clock, closing and opening again.

use super::super::Assessment;
use super::super::refusal::Refusal;
use super::super::standing::Standing;
use super::{Context, optional, words};
use crate::base::time::is_time_of_day;
use crate::base::{Now, Stamp, Typed, Unread};
use crate::case::Fact;
use crate::playbook::Playbook;
use crate::playbook::reference::Role;

pub(super) fn hand_over(
    context: &Context<'_>,
    from: Option<&str>,
    to: &str,
    witness: Option<&str>,
) -> Result<Fact, Refusal> {
    let from = optional(from, "The name")?.unwrap_or_else(|| context.person.to_owned());
    // They write the next entries.
    let to = super::super::keyboard::name(&words(to, "The name of the person who takes over")?)?;
    if to == from {
        return Err(Refusal::new(format!("{to} cannot hand over to themselves."), "Name the person who takes over."));
    }
    Ok(Fact::HandedOver { from, to, witness: optional(witness, "The witness")? })
}

pub(super) fn check_time(context: &Context<'_>, watch: &str, checked_by: Option<&str>) -> Result<Fact, Refusal> {
    let read = watch_time(watch, context.now()).map_err(|why| match why {
        Unread::NotATime(typed) => Refusal::new(
            format!("\"{typed}\" is not a time."),
            "Write what the watch says: 14:07 or 14:07:40, with the date if the laptop's date is wrong.",
        ),
        why => why.into(),
    })?;
    let watch = read.value;
    Ok(Fact::TimeChecked { watch, checked_by: optional(checked_by, "The name")? })
}

/// A watch shows a time of day: of the days around, the one nearest to the laptop's clock is meant.
///
/// # Errors
/// Why it is no time.
pub fn watch_time(typed: &str, now: Now) -> Result<Typed<Stamp>, Unread> {
    let before = Stamp::read(typed, now)?;
    let ahead = if is_time_of_day(typed, now) { Stamp::read_ahead(typed, now).ok() } else { None };
    let far = |read: &Typed<Stamp>| read.value.seconds_since(now.at).abs();
    Ok(ahead.filter(|ahead| far(ahead) < far(&before)).unwrap_or(before))
}

pub(super) fn close(context: &Context<'_>, role: &str, reason: Option<&str>, anyway: bool) -> Result<Fact, Refusal> {
    let role = words(role, "The role of the closer")?;
    if names_nobody(&role) {
        return Err(Refusal::new(
            format!("\"{}\" names nobody, and a case is closed by somebody.", crate::base::text::cut(&role, 40)),
            "Say in which role you close it (--role ROLE).",
        ));
    }
    let still_open = still_open(context);
    let in_force = still_in_force(context.playbook, context.assessment);
    let in_force = in_force.map_or_else(String::new, |line| format!("{line}\n"));
    let reason = optional(reason, "The reason")?;
    if !still_open.is_empty() {
        let count = crate::base::text::counted(still_open.len(), "thing is", "things are");
        let listed = format!("\n  {}", still_open.join("\n  "));
        if !anyway {
            return Err(Refusal::new(
                format!("{count} still open:{listed}\n{in_force}"),
                "Settle them, or close anyway with a reason (--anyway --reason \"...\").",
            ));
        }
        if reason.is_none() {
            return Err(Refusal::new(
                format!("{count} still open, and no reason is given for closing anyway:{listed}\n{in_force}"),
                "Say why (--reason \"...\").",
            ));
        }
    }
    let reason = reason.unwrap_or_else(|| "Nothing is open.".into());
    Ok(Fact::Closed { role, reason, still_open: kept(still_open) })
}

/// Words that are typed where no role is meant. Policies rarely say who closes a case, so any other words are taken, and the
/// receipt says whether they are a role of the playbook.
fn names_nobody(role: &str) -> bool {
    const NOBODY: [&str; 9] = ["nobody", "no one", "noone", "none", "no", "n/a", "na", "unknown", "not known"];
    let plain = role.to_lowercase();
    !plain.chars().any(char::is_alphabetic) || NOBODY.contains(&plain.as_str())
}

/// The role of a playbook that was meant: by its id or its title.
pub fn role<'p>(playbook: &'p Playbook, typed: &str) -> Option<&'p Role> {
    playbook
        .roles
        .iter()
        .find(|role| role.id.as_str().eq_ignore_ascii_case(typed) || role.title.eq_ignore_ascii_case(typed))
}

/// The prohibitions that closing does not lift, as one sentence; they stand in nobody's way.
pub fn still_in_force(playbook: &Playbook, assessment: &Assessment) -> Option<String> {
    let items = assessment.prohibitions().map(|at| &playbook.items[at]);
    let named: Vec<_> = items.map(|item| format!("{} ({})", item.title.trim_end_matches('.'), item.id)).collect();
    (!named.is_empty()).then(|| format!("Still in force: {}.", named.join("; ")))
}

/// Lines that the closing entry keeps; a block holds 64 KiB, and the reason needs its place too.
const KEPT_LINES: usize = 150;

fn kept(mut lines: Vec<String>) -> Vec<String> {
    let more = lines.len().saturating_sub(KEPT_LINES);
    lines.truncate(KEPT_LINES);
    for line in &mut lines {
        if let std::borrow::Cow::Owned(short) = crate::base::text::cut(line, 160) {
            *line = short;
        }
    }
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    lines
}

/// Everything that is open, one line each: the closing gate lists it, and the closing entry keeps it.
pub fn still_open(context: &Context<'_>) -> Vec<String> {
    let (playbook, assessment) = (context.playbook, context.assessment);
    let mut lines = Vec::new();
    for (item, status) in playbook.items.iter().zip(&assessment.items) {
        if status.standing.is_open() || matches!(status.standing, Standing::Deferred | Standing::Held) {
            lines.push(format!("{} {}: {} ({})", item.body.kind(), item.id, item.title, status.standing.label()));
        }
    }
    for (silence, status) in playbook.silences.iter().zip(&assessment.silences) {
        if status.is_asked(silence) {
            lines.push(format!("silence {}: {} (not decided)", silence.id, silence.topic));
        }
    }
    for (rule, status) in playbook.rules.iter().zip(&assessment.rules) {
        if status.state == super::super::rules::RuleState::Pending {
            lines.push(format!("rule {}: {} (pending)", rule.id, rule.title));
        }
    }
    lines
}

pub(super) fn reopen(context: &Context<'_>, reason: &str) -> Result<Fact, Refusal> {
    if !context.assessment.closed {
        return Err(Refusal::new("The case is open.", "There is nothing to reopen."));
    }
    Ok(Fact::Reopened { reason: words(reason, "The reason")? })
}
