//! `readiness`: what the reviews of each readiness playbook leave to come back to, and policies past their review date.

use super::console::Console;
use super::failure::{FINE, Failure};
use super::place::Place;
use super::playbook_files;
use crate::base::Stamp;
use crate::contract::readiness::{self, Latest, Policy, Readiness};
use crate::playbook::bundled::{self, Summary};
use crate::playbook::model::Kind;
use crate::session::reviews::{self, Reviewed};
use crate::store::Review;
use clap::Args;

/// Arguments of `readiness`.
#[derive(Args, Debug)]
pub struct ReadinessArgs {
    /// As JSON, schema "readiness/1".
    #[arg(long)]
    json: bool,
}

/// Prints every readiness playbook with what its reviews found last; exercises do not count.
pub fn readiness(args: &ReadinessArgs, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let now = place.clock().read().wall;
    let (reviews, remarks) = reviews::latest(place.library()?, now)?;
    for remark in remarks {
        console.remark(&remark);
    }
    let known = known();
    if args.json {
        console.json(&as_json(&known, &reviews, now))?;
        return Ok(FINE);
    }
    for review in &reviews {
        for line in lines(review) {
            console.line(&line)?;
        }
    }
    let never: Vec<_> = unreviewed(&known, &reviews).map(|summary| summary.id.as_str()).collect();
    if !never.is_empty() {
        console.line(&format!("Never reviewed: {}.", never.join(", ")))?;
        console.remark(&format!("A review is begun with: breachbook start PLAYBOOK{}.", place.cases_flag()));
    }
    for (summary, day) in outdated(&known, now) {
        console.line(&format!("Policy past its review date: {} ({}), since {day}.", summary.id, summary.title))?;
    }
    Ok(FINE)
}

/// One line for `list`, where something waits; the cases stand above it.
pub fn in_short(place: &Place, console: &mut Console<'_>) -> Result<(), Failure> {
    let (reviews, remarks) = reviews::latest(place.library()?, place.clock().read().wall)?;
    for remark in remarks {
        console.remark(&remark);
    }
    for review in reviews.iter().filter(|review| !review.waiting().is_empty()) {
        let name = review.review.folder.name();
        console.remark(&format!(
            "Readiness, {} ({name}): {}. See: breachbook readiness{}",
            review.playbook.id,
            review.counts().words(),
            place.cases_flag(),
        ));
    }
    Ok(())
}

fn lines(review: &Reviewed) -> Vec<String> {
    let at = &review.review;
    let state = if at.closed { "closed" } else { "open" };
    let damaged = if at.damaged { "; DAMAGED: see verify" } else { "" };
    let mut lines = vec![
        format!("{} ({})", review.playbook.title, review.playbook.id),
        format!("  Latest review: {}, begun {}, {state}{damaged}.", at.folder.name(), at.opened.date()),
        format!("  {}.", review.counts().words()),
    ];
    let counting: Vec<_> = review.still_counting().into_iter().map(begun).collect();
    if !counting.is_empty() {
        lines.push(format!("  Earlier findings still count, from: {}.", counting.join("; ")));
    }
    for (item, point) in review.waiting() {
        lines.push(format!("  {} ({}): {}", item.title, item.id, point.words()));
    }
    lines
}

/// `2025-03-02-sapphire, begun 2025-03-02`.
fn begun(review: &Review) -> String {
    format!("{}, begun {}", review.folder.name(), review.opened.date())
}

/// Readiness playbooks and policies, the person's own before what is bundled under the same id.
fn known() -> Vec<Summary> {
    let mut known: Vec<Summary> = playbook_files::own().into_iter().map(|(_, summary)| summary).collect();
    for summary in bundled::index() {
        if known.iter().all(|own| own.id != summary.id) {
            known.push(summary);
        }
    }
    known
}

fn unreviewed<'k>(known: &'k [Summary], reviews: &'k [Reviewed]) -> impl Iterator<Item = &'k Summary> {
    let reviewed = |summary: &&Summary| reviews.iter().all(|review| review.review.playbook != summary.id);
    known.iter().filter(|summary| summary.kind == Kind::Readiness).filter(reviewed)
}

/// Policies whose printed review date has passed. Their readiness playbooks follow the same document.
fn outdated(known: &[Summary], now: Stamp) -> impl Iterator<Item = (&Summary, chrono::NaiveDate)> {
    let passed = move |summary: &&Summary| summary.kind == Kind::Response;
    known
        .iter()
        .filter(passed)
        .filter_map(move |summary| Some((summary, summary.review_by.filter(|day| *day < now.date())?)))
}

fn as_json<'a>(known: &'a [Summary], reviews: &'a [Reviewed], now: Stamp) -> Readiness<'a> {
    let reviewed = reviews.iter().map(|one| {
        let at = &one.review;
        let latest = Latest::of(at.folder.name(), at.opened, at.closed, at.damaged);
        readiness::Reviewed::of(&one.playbook, latest, one.points())
    });
    let never = unreviewed(known, reviews).map(readiness::Reviewed::never);
    let policies = outdated(known, now).map(|(policy, day)| Policy::of(policy, day));
    Readiness::of(now, reviewed.chain(never).collect(), policies.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_is_outdated_from_the_day_after_its_review_date() {
        let known: Vec<Summary> = bundled::index().into_iter().filter(|s| s.id == "trinity").collect();
        let at = |day: &str| Stamp::parse(&format!("{day}T09:00:00.000+10:30")).unwrap();
        assert_eq!(outdated(&known, at("2021-12-31")).count(), 0);
        assert_eq!(outdated(&known, at("2022-01-01")).count(), 1);
    }
}
