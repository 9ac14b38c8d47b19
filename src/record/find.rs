//! What the first argument of a verb names: found once, by id, title or name.

use super::refusal::{Look, Named, Reason, Refusal, quoted};
use super::verb::{On, TargetKind, Verb};
use crate::base::ItemId;
use crate::judge::View;
use crate::playbook::{Body, Item};

static NO_ITEM: Reason = Reason::new("no-such-item", "This playbook has no item \"{0}\".", "");
static NO_ROLE: Reason = Reason::new("no-such-role", "This playbook has no role \"{0}\".", "");
static NO_SILENCE: Reason = Reason::new("no-such-silence", "\"{0}\" is no point on which the policy does not say.", "");
static NO_ENTRY: Reason = Reason::new(
    "no-such-entry",
    "There is no entry \"{0}\".",
    "An entry has the name that its receipt and the log show, such as k4-12.",
);
static SEVERAL_ENTRIES: Reason =
    Reason::new("several-entries", "\"{0}\" can mean {1} entries.", "Give the longer name. {list}.");
static SEVERAL_LABELS: Reason = Reason::new(
    "several-labels",
    "\"{0}\" is the label of {1} rows: their writers did not see each other.",
    "Give the longer label: {list}. Write one of the bags anew, so that each says its own.",
);
static A_LINE: Reason = Reason::new(
    "line-of-the-log",
    "{0} is a line of the log, and lines move when the journal of another computer arrives.",
    "Give the name of the entry. {1}{list}.",
);

/// Most entries that are named in one sentence.
const NAMED: usize = 4;

/// What a record of this verb is about.
///
/// # Errors
/// If nothing of that name is there.
pub fn on(view: &View<'_>, verb: &Verb, typed: &str) -> Result<On, Refusal> {
    let typed = typed.trim();
    match verb.on.kind {
        TargetKind::Item => Ok(On::Item(item(view, typed)?.id.clone())),
        TargetKind::List => Ok(On::Item(list(view, typed)?.id.clone())),
        TargetKind::CallOrRole => match view.playbook.item(typed) {
            Some(item) => Ok(On::Item(item.id.clone())),
            None => role(view, typed).map(On::Role),
        },
        TargetKind::Silence => {
            let silences = || view.playbook.silences.iter().map(|silence| &silence.id);
            let found = silences().find(|id| id.as_str() == typed).cloned();
            let missing = || NO_SILENCE.about(quoted(typed)).near(typed, silences()).look(Look::Items);
            found.map(On::Silence).ok_or_else(missing)
        }
        TargetKind::Role => role(view, typed).map(On::Role),
        TargetKind::Entry => entry(view, typed).map(On::Entry),
        TargetKind::Row => match view.playbook.item(typed) {
            Some(item) => Ok(On::Item(item.id.clone())),
            None => entry(view, typed).map(On::Entry),
        },
        TargetKind::Marked => match (view.playbook.rule(typed), view.playbook.silence(typed)) {
            (Some(rule), _) => Ok(On::Rule(rule.id.clone())),
            (None, Some(silence)) => Ok(On::Silence(silence.id.clone())),
            (None, None) => Ok(On::Item(item(view, typed)?.id.clone())),
        },
        TargetKind::Anything if typed.is_empty() => Ok(On::Case),
        TargetKind::Anything => match ItemId::new(typed) {
            Some(id) if view.playbook.rule(typed).is_some() => Ok(On::Rule(id)),
            Some(id) if view.playbook.silence(typed).is_some() => Ok(On::Silence(id)),
            _ => Ok(On::Item(item(view, typed)?.id.clone())),
        },
        TargetKind::Case => Ok(On::Case),
    }
}

/// An item by its id.
pub fn item<'a>(view: &View<'a>, typed: &str) -> Result<&'a Item, Refusal> {
    let ids = view.playbook.items.iter().map(|item| &item.id);
    let missing = || NO_ITEM.about(quoted(typed)).near(typed, ids).look(Look::Items);
    view.playbook.item(typed).ok_or_else(missing)
}

/// An item, or a list that every case has, by its id.
fn list<'a>(view: &View<'a>, typed: &str) -> Result<&'a Item, Refusal> {
    let ids = view.playbook.items.iter().chain(&view.playbook.also_kept).map(|item| &item.id);
    let missing = || NO_ITEM.about(quoted(typed)).near(typed, ids).look(Look::Items);
    let found = view.playbook.item_or_list(typed);
    let is_list = |item: &&Item| matches!(item.body, Body::Register(_) | Body::Question(_));
    // The name of a preset means the list that adopts it, unless something else is a list of that name.
    let adopting = || view.playbook.registers().find(|(_, register)| register.is_of(typed)).map(|(item, _)| item);
    found.filter(is_list).or_else(adopting).or(found).ok_or_else(missing)
}

/// A role by its id or its title.
pub fn role(view: &View<'_>, typed: &str) -> Result<ItemId, Refusal> {
    let typed = typed.trim();
    let roles = || view.playbook.roles.iter();
    let found = roles().find(|role| role.id.as_str() == typed || role.title.eq_ignore_ascii_case(typed));
    let missing = || NO_ROLE.about(quoted(typed)).near(typed, roles().map(|role| &role.id)).look(Look::Roles);
    found.map(|role| role.id.clone()).ok_or_else(missing)
}

/// The place in the log of the entry that is meant, by its name or by the label of the row that it added. A name means one entry for
/// ever; a number of the log is refused, for it moves.
pub(super) fn entry(view: &View<'_>, typed: &str) -> Result<usize, Refusal> {
    let state = view.state;
    let bare = typed.trim_start_matches('#');
    if !bare.is_empty() && bare.bytes().all(|sign| sign.is_ascii_digit()) {
        return Err(number(view, bare));
    }
    let found: Vec<_> = match state.names.find(typed) {
        Some(named) => (0..state.log.len()).filter(|at| named.contains(&state.at(*at).id)).collect(),
        None => match &state.labelled(typed)[..] {
            several @ [_, _, ..] => {
                let shown = several.iter().take(NAMED).filter_map(|at| state.label(*at)).map(Named::Text);
                return Err(SEVERAL_LABELS.about(quoted(typed)).and(several.len()).list(shown));
            }
            labelled => labelled.to_vec(),
        },
    };
    let one = found.first().filter(|first| found.iter().all(|at| state.at(*at).id == state.at(**first).id));
    match (one, &found[..]) {
        (Some(one), _) => Ok(*one),
        (None, []) => Err(NO_ENTRY.about(quoted(typed))),
        (None, several) => {
            let shown = several.iter().take(NAMED).map(|at| Named::Entry(*at));
            Err(SEVERAL_ENTRIES.about(quoted(typed)).and(several.len()).list(shown))
        }
    }
}

fn number(view: &View<'_>, typed: &str) -> Refusal {
    let place = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let refusal = A_LINE.about(quoted(typed));
    match place.filter(|at| *at < view.state.log.len()) {
        Some(at) => refusal.and(format!("Line {typed} is now ")).list([Named::Entry(at)]),
        None => refusal.and("An entry has the name that its receipt and the log show, such as k4-12"),
    }
}
