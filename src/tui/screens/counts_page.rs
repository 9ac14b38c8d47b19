//! The two counts on screen: one row among the rules, and its page with both questions, what is listed and what is in doubt.

use crate::guide::Standing;
use crate::guide::View;
use crate::guide::agenda::Target;
use crate::guide::counts::{CountStatus, CountsStatus, work_out};
use crate::tui::canvas::Hit;
use crate::tui::page::Page;
use crate::tui::theme::Role;

/// The counts of a case; `None` where its playbook names none.
pub fn of(case: &View<'_>) -> Option<CountsStatus> {
    work_out(case.playbook, case.state, case.picture)
}

/// Sign and role of the row: both counted, one of them, none, or something that cannot be true.
pub fn sign(counts: &CountsStatus) -> (&'static str, Role) {
    let known = [&counts.persons, &counts.residents].iter().filter(|one| one.value.is_some()).count();
    match known {
        _ if !counts.doubts.is_empty() => ("!", Role::Alarm),
        2 => ("x", Role::Quiet),
        1 => ("%", Role::Text),
        _ => (Standing::Optional.sign(), Role::Quiet),
    }
}

/// Where Enter leads: the first question that has no number yet, else the first.
pub fn target(case: &View<'_>, counts: &CountsStatus) -> Option<Target> {
    let both = [&counts.persons, &counts.residents];
    let wanted = both.iter().find(|one| one.value.is_none()).unwrap_or(&both[0]);
    case.playbook.position(wanted.question.as_str()).map(Target::Item)
}

/// Both counts in two lines, for narrow columns; each leads to its question.
pub fn brief(page: &mut Page, case: &View<'_>, counts: &CountsStatus) {
    for (one, (label, words)) in [&counts.persons, &counts.residents].into_iter().zip(counts.in_words()) {
        let (sign, role) = standing(one);
        let from = page.lines.len();
        page.hanging(&format!("{sign} "), role, Role::Text, &format!("{label}: {words}"));
        click(page, case, one, from);
    }
    doubts(page, counts);
}

/// Fills the page.
pub fn counts_page(page: &mut Page, case: &View<'_>, counts: &CountsStatus) {
    page.say(Role::Strong, "Affected");
    let about = format!("Everybody, and those who live in {}; neither stands for the other.", counts.home);
    page.say(Role::Text, &about);
    doubts(page, counts);
    let neither = counts.beside_the_policy().len() == 2;
    for (one, (label, words)) in [&counts.persons, &counts.residents].into_iter().zip(counts.in_words()) {
        page.gap();
        let (sign, role) = standing(one);
        let from = page.lines.len();
        page.hanging(&format!("{sign} "), role, Role::Strong, &format!("{label}: {words}"));
        if let Some(item) = case.playbook.item(one.question.as_str()) {
            page.hanging("  ", Role::Quiet, Role::Text, &item.title);
            if let Some(caution) = item.verb.caution().filter(|_| !neither) {
                page.hanging("  ", Role::Quiet, Role::Text, caution);
            }
        }
        click(page, case, one, from);
    }
    if neither {
        page.gap();
        page.say(Role::Text, "The policy asks for neither. Both are kept beside it, and nothing waits for them.");
    }
}

fn standing(one: &CountStatus) -> (&'static str, Role) {
    let role = match one.state {
        Standing::Conflict => Role::Alarm,
        state if state.is_open() => Role::Text,
        state if state.is_outside() || state == Standing::Optional => Role::Quiet,
        _ => Role::Quiet,
    };
    (one.state.sign(), role)
}

fn click(page: &mut Page, case: &View<'_>, one: &CountStatus, from: usize) {
    if let Some(at) = case.playbook.position(one.question.as_str()) {
        page.click(from, Hit::Target(Target::Item(at)));
    }
}

fn doubts(page: &mut Page, counts: &CountsStatus) {
    for doubt in counts.doubts_in_words() {
        page.hanging("! ", Role::Alarm, Role::Alarm, &doubt);
    }
}
