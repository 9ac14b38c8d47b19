//! What stands beside the next thing: prohibitions in force, stopwatches, calls due, rules that are met.

use crate::base::ids::cited;
use crate::base::span;
use crate::base::text::{cut, width};
use crate::guide::Standing;
use crate::guide::View;
use crate::guide::agenda::Target;
use crate::guide::clocks::ClockState;
use crate::guide::passed_on::awaited;
use crate::guide::rules::RuleState;
use crate::guide::scales::ScaleState;
use crate::guide::words::level;
use crate::playbook::rule::Effect;
use crate::tui::canvas::Hit;
use crate::tui::ctx::Ctx;
use crate::tui::page::Page;
use crate::tui::reach::now;
use crate::tui::screens::counts_page;
use crate::tui::theme::Role;

/// Prohibitions in force; always the first thing on the screen.
pub fn prohibitions(page: &mut Page, case: &View<'_>) {
    for at in case.picture.prohibitions() {
        let from = page.lines.len();
        page.hanging("! ", Role::Alarm, Role::Alarm, &case.playbook.items[at].title);
        page.click(from, Hit::Target(Target::Item(at)));
    }
}

/// Levels that are known so far, and gaps in which people decide; a scale nobody has begun on says nothing.
pub fn levels(page: &mut Page, case: &View<'_>) {
    for (scale, status) in case.playbook.scales.iter().zip(&case.picture.scales) {
        let begun = status.level.is_some() || status.state == ScaleState::Gap;
        if !begun || scale.levels.is_empty() {
            continue;
        }
        let (sign, role) = crate::tui::screens::scale_page::sign(status.state);
        let from = page.entry().lines.len();
        // The level first: where there is one line only, it is what somebody looks for.
        let shown = format!("{}: {}", level(&status.said(), scale), scale.title);
        page.hanging(&format!("{sign} "), role, Role::Text, &shown);
        let decides = scale.decided_by.as_ref().and_then(|id| case.playbook.position(id.as_str()));
        if let Some(at) = decides.filter(|_| status.state == ScaleState::Gap) {
            page.hanging("  ", Role::Quiet, Role::Text, &format!("Decide: {}", case.playbook.items[at].title));
            page.click(from, Hit::Target(Target::Item(at)));
        }
    }
}

/// The two counts of the case.
pub fn affected(page: &mut Page, case: &View<'_>) {
    if let Some(counts) = counts_page::of(case) {
        counts_page::brief(page, case, &counts);
    }
}

/// Help for the situations in which this case is; what is always there stands beside its items.
pub fn help(page: &mut Page, case: &View<'_>) {
    let knowledge = case.knowledge();
    for faq in case.playbook.faqs.iter().filter(|faq| faq.when.is_some()) {
        if knowledge.holds(faq.when.as_ref()).value == Some(true) {
            page.hanging("? ", Role::Accent, Role::Text, &faq.ask);
            page.hanging("  ", Role::Quiet, Role::Quiet, &faq.text);
        }
    }
}

/// Stopwatches that run, with the policy's word and the time that has passed.
pub fn stopwatches(page: &mut Page, case: &View<'_>, ctx: &Ctx<'_>) {
    let running = case.playbook.clocks.iter().zip(&case.picture.clocks);
    let shown = |state| matches!(state, ClockState::Running | ClockState::Suspended);
    for (clock, status) in running.filter(|(_, status)| shown(status.state)) {
        let rests = status.state == ClockState::Suspended;
        let passed = match status.elapsed_s.filter(|_| rests) {
            Some(until_it_rested) => until_it_rested,
            None => status.started.map_or(0, |at| ctx.now.seconds_since(at) - status.suspended_s),
        };
        let rests = if rests { ", suspended" } else { "" };
        let (due, role) = match status.due {
            Some(due) if ctx.now.at > due => (format!(", due since {}", due.short_in(ctx.now)), Role::Alarm),
            Some(due) => (format!(", due {}", due.short_in(ctx.now)), Role::Text),
            None => (String::new(), Role::Text),
        };
        let basis =
            clock.limit.map(|limit| format!(" ({} h, {})", limit.hours, limit.basis.word())).unwrap_or_default();
        page.entry().hanging(
            &format!("{} ", span::short(passed)),
            Role::Strong,
            role,
            &format!("\"{}\"{rests}{basis}{due}{}", clock.word, status.from_when(ctx.now)),
        );
        page.pieces(&[(Role::Quiet, "  "), (Role::Quiet, &clock.title)]);
        if let Some(local) = status.local {
            let late = local.due.is_some_and(|due| ctx.now.at > due);
            page.hanging("  ", Role::Quiet, if late { Role::Alarm } else { Role::Text }, &local.shown(ctx.now));
        }
    }
}

/// The same with a line for each, for columns in which little room is left.
pub fn stopwatches_in_short(page: &mut Page, case: &View<'_>, ctx: &Ctx<'_>) {
    for (clock, status) in case.playbook.clocks.iter().zip(&case.picture.clocks) {
        let passed = match status.state {
            ClockState::Running => status.started.map(|at| ctx.now.seconds_since(at) - status.suspended_s),
            ClockState::Suspended => status.elapsed_s,
            _ => None,
        };
        let late = status.due.is_some_and(|due| ctx.now.at > due);
        if let Some(passed) = passed {
            let role = if late { Role::Alarm } else { Role::Text };
            page.entry();
            page.pieces(&[
                (Role::Strong, &format!("{} ", span::short(passed))),
                (role, &format!("\"{}\"", clock.word)),
            ]);
        }
    }
}

/// Whom to call, each person once, for narrow columns.
pub fn people(page: &mut Page, case: &View<'_>) {
    if case.picture.closed {
        return;
    }
    let mut due: Vec<(&str, usize, usize)> = Vec::new();
    for (at, status) in case.picture.items.iter().enumerate() {
        let Some(role) = status.try_now.as_ref().filter(|_| is_due(status.standing)) else { continue };
        match due.iter_mut().find(|(known, ..)| *known == role.as_str()) {
            Some((_, calls, _)) => *calls += 1,
            None => due.push((role.as_str(), 1, at)),
        }
    }
    for (role, calls, at) in due {
        let from = page.entry().lines.len();
        let more = if calls > 1 { format!(" ({calls} calls)") } else { String::new() };
        page.hanging("o ", Role::Text, Role::Text, &format!("{}{more}", case.playbook.role_title(role)));
        if let Some(number) = now(case, at).unwrap_or_default().channels.first() {
            page.hanging("  ", Role::Quiet, Role::Strong, number);
        }
        page.click(from, Hit::Target(Target::Item(at)));
    }
}

fn is_due(standing: Standing) -> bool {
    matches!(standing, Standing::Due | Standing::Attempted)
}

/// Calls that are due, one by one.
pub fn calls(page: &mut Page, case: &View<'_>) {
    for (at, (item, status)) in case.playbook.items.iter().zip(&case.picture.items).enumerate() {
        if is_due(status.standing) && !case.picture.closed {
            let from = page.lines.len();
            let who = status.try_now.as_ref().map_or("", |role| case.playbook.role_title(role.as_str()));
            let tried = if status.standing == Standing::Attempted { " (tried)" } else { "" };
            page.hanging(
                &format!("{} ", status.standing.sign()),
                Role::Text,
                Role::Text,
                &format!("{who}{tried}: {}", item.title),
            );
            if let Some(number) = now(case, at).unwrap_or_default().channels.first() {
                page.hanging("  ", Role::Quiet, Role::Strong, number);
            }
            page.click(from, Hit::Target(Target::Item(at)));
        }
    }
}

/// Calls that somebody else was asked to make, until they report back.
pub fn passed_on(page: &mut Page, case: &View<'_>) {
    for (at, (item, status)) in case.playbook.items.iter().zip(&case.picture.items).enumerate() {
        if let Some(awaited) = awaited(case.state, status, None) {
            let from = page.entry().lines.len();
            let text = format!("{}, asked {}: {}", awaited.to, awaited.at.short_in(case.now), item.title);
            page.hanging("% ", Role::Text, Role::Text, &text);
            page.click(from, Hit::Target(Target::Item(at)));
        }
    }
}

/// One line about the rules, for small screens: those that are met, and how many are pending.
pub fn rules_in_short(page: &mut Page, case: &View<'_>) {
    let of = |state: RuleState| {
        let all = case.playbook.rules.iter().zip(&case.picture.rules);
        all.filter(move |(_, status)| status.state == state).map(|(rule, _)| rule.title.as_str())
    };
    let met: Vec<_> = of(RuleState::Met).collect();
    if let [first, rest @ ..] = met.as_slice() {
        let more = if rest.is_empty() { String::new() } else { format!(" and {} more: key 2", rest.len()) };
        let room = page.columns().saturating_sub(2 + width(&more));
        page.pieces(&[(Role::Text, "x "), (Role::Text, &cut(first, room)), (Role::Quiet, &more)]);
    }
}

/// Rules that are met, with their sentence; then those that are pending, with what is missing.
pub fn rules(page: &mut Page, case: &View<'_>) {
    let all = || case.playbook.rules.iter().zip(&case.picture.rules);
    for (rule, _) in all().filter(|(_, status)| status.state == RuleState::Met) {
        let role = if rule.effect == Effect::Informs { Role::Text } else { Role::Text };
        let cite = cited(&rule.cite);
        page.hanging("x ", Role::Text, role, &format!("{} ({})", rule.say, cite));
    }
    for (rule, status) in all().filter(|(_, status)| status.state == RuleState::Pending) {
        let asked = status.verdict.missing.iter().any(|subject| case.state.answers(subject.id().as_str()).is_some());
        // A rule whose questions nobody has been asked yet says nothing so far.
        if asked || status.leans.is_some() {
            page.hanging("~ ", Role::Text, Role::Text, &format!("pending: {}", rule.title));
            if let Some(leans) = &status.leans {
                page.hanging("  ", Role::Text, Role::Text, leans);
            }
        }
    }
}
