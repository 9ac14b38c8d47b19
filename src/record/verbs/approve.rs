//! Approving one exact text of a letter, or saying what is to be changed in it. One sign more makes it another text.

use super::draft::{applies, document};
use crate::base::ItemId;
use crate::case::{EntryKind, Fact, Finding};
use crate::judge::View;
use crate::judge::evidence::texts::{self, Text};
use crate::playbook::Item;
use crate::playbook::item::{Content, Document};
use crate::record::ask::{Ask, Asked, Choice, Preface};
use crate::record::common;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::find;
use crate::record::refusal::{Named, Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static ROLE: Field = Field::new(FieldKind::Pick, "role", "Who approves it")
    .prompt("Who approves it? (role)")
    .help("ROLE", "The role that looked at the text.")
    .noun("The role");
pub static TEXT: Field = Field::new(FieldKind::Line, "text", "The text (its seal)")
    .hint("The seal that stands below the text: it names this one text and no other.")
    .help("SEAL", "The text: the seal that stands below it, such as 33G8-NBD5-5VZT-B5RR, or its SHA-256.")
    .noun("The seal of the text");
pub static CHANGE: Field = Field::new(FieldKind::Words, "change", "What is to be changed")
    .hint("Empty approves the text as it stands.")
    .help("WORDS", "What is to be changed: then the text is not approved.")
    .noun("What is to be changed");
pub static ADVISER: Field =
    Field::new(FieldKind::Line, "adviser", "Who advised it").help("NAME", "Who advised it.").noun("The adviser");

static NO_DRAFT: Reason =
    Reason::new("no-draft", "There is no text of {0} yet.", "Draft it first, and read what it says.");
static NO_SUCH_TEXT: Reason =
    Reason::new("no-such-text", "No text of {0} has the seal \"{1}\".", "The texts are: {list}.");
static OLDER_TEXT: Reason =
    Reason::new("older-text", "That is version {0} of {1}, and there is a later one.", "The latest is: {list}.");
static WHICH_TEXT: Reason =
    Reason::new("text-not-named", "Nobody says which text was read.", "Name it by its seal{field}: {list}.");
static WHICH_ROLE: Reason =
    Reason::new("no-approving-role", "Nobody says which role looked at the text.", "Name it{field}: {list}.");
static NOT_THEIRS: Reason = Reason::new(
    "not-an-approving-role",
    "The playbook does not have {0} approve this.",
    "It is approved by: {list}. What {0} found can be a note on it.",
);
static MISSING: Reason = Reason::new(
    "content-missing",
    "{0} cannot be approved: it must contain {1}, and that is not known yet.",
    "Answer it and draft the text again: {list}.",
);
static STILL_OPEN: Reason = Reason::new(
    "text-has-gaps",
    "{0} cannot be approved: something in its text is not yet known.",
    "Answer what the text marks as not yet known, and draft it again.",
);
static DRAFT_AGAIN: Reason = Reason::new(
    "draft-again",
    "{0} cannot be approved: {1} says something else now than when the text was drafted.",
    "Draft it again, and read what it says now.",
);
static ANOTHER_TEXT: Reason = Reason::new(
    "another-text-holds",
    "{0} cannot be approved: as the case stands now, another text holds.",
    "Draft it again, and read what it says now.",
);
pub static UNREAD: Reason = Reason::new(
    "draft-unread",
    "The text with the seal {0} cannot be read as it was drafted: {1}.",
    "Nothing was recorded. Look for it in another copy of the case, or draft it again.",
);
static NOT_STAGED: Reason =
    Reason::new("draft-not-staged", "The text with the seal {0} was not read.", "Give it to the program itself.");

pub static VERB: Verb = Verb {
    word: "approve",
    title: "Approve",
    help: "Approve one exact text of a letter, or say what is to be changed in it.",
    on: Target { kind: TargetKind::Item, value: "ID", help: "The document." },
    fields: &[&ROLE, &TEXT, &CHANGE, &ADVISER],
    around: common::AROUND,
    who: "Looked at by",
    leads_on: false,
    when_closed: false,
    records: &[EntryKind::Approved],
    beside: Beside::Adds,
    offers: |view, on| {
        let (item, _, _) = document(view, on)?;
        if texts::latest(view.counting(), item.id.as_str()).is_empty() { Err(no_draft(item)) } else { Ok(()) }
    },
    ask,
    decide,
};

fn no_draft(item: &Item) -> Refusal {
    NO_DRAFT.about(Named::Item(item.id.clone())).instead(&super::draft::VERB, &item.id)
}

fn ask(view: &View<'_>, on: &On, _: &Draft) -> Asked {
    let Ok((item, body, _)) = document(view, on) else { return Asked::default() };
    let latest = texts::latest(view.counting(), item.id.as_str());
    let awaited = latest.last().map(|text| texts::awaited(view.counting(), &item.id, body, text.sha256));
    let next = awaited.and_then(|roles| roles.first().map(|role| (*role).clone()));
    let roles = body.approved_by.iter().map(|id| Choice::known(id, view.playbook.role_title(id.as_str())));
    let role = if body.approved_by.is_empty() {
        Ask::of(&ROLE).needed(true).hint("The policy names nobody who approves it.")
    } else {
        Ask::of(&ROLE).needed(true).choices(roles).shows(next.map(|role| role.to_string()))
    };
    let texts = latest.iter().map(|text| Choice::new(text.seal(), format!("Version {}", text.version)));
    let silent = "The policy does not say who approves it. Whoever does decides outside the policy.";
    Asked::titled(format!("Approve: {}", item.title))
        .above(body.approved_by.is_empty().then_some(Preface::Says(silent)))
        .ask(role)
        .ask(Ask::of(&TEXT).choices(texts).needed(true).shows(latest.last().map(Text::seal)))
        .ask(Ask::of(&CHANGE))
        .ask(Ask::of(&ADVISER).aside())
}

/// The text that is meant: by its seal, or by its SHA-256.
///
/// # Errors
/// If none is named, or there is none with that seal.
pub fn text<'a>(view: &View<'a>, item: &Item, draft: &Draft) -> Result<Text<'a>, Refusal> {
    named(view, item, draft.text(&TEXT), &TEXT)
}

/// The same for the field of another verb.
pub fn named<'a>(
    view: &View<'a>,
    item: &Item,
    typed: Option<&str>,
    field: &'static Field,
) -> Result<Text<'a>, Refusal> {
    let all = texts::texts(view.counting(), item.id.as_str());
    let listed =
        || all.iter().rev().take(4).map(|text| Named::Text(format!("version {}, {}", text.version, text.seal())));
    if all.is_empty() {
        return Err(no_draft(item).needs(field));
    }
    let Some(typed) = typed else { return Err(WHICH_TEXT.refuse().list(listed()).needs(field)) };
    let plain = |text: &str| text.replace(['-', ' '], "").to_lowercase();
    let meant = |text: &&Text<'_>| plain(typed) == text.sha256 || plain(typed) == plain(&text.seal());
    // Of two drafts with one text the later one is meant.
    let found = all.iter().rev().find(meant).copied();
    found.ok_or_else(|| NO_SUCH_TEXT.about(Named::Item(item.id.clone())).and(quoted(typed)).list(listed()).needs(field))
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let (item, body, status) = document(view, on)?;
    let text = text(view, item, draft)?;
    let role = role(view, body, draft)?;
    let (words, adviser) = (draft.line(&CHANGE)?, draft.line(&ADVISER)?);
    let finding = if words.is_some() { Finding::Change } else { Finding::Ok };
    if finding == Finding::Ok {
        applies(view, item, body, status)?;
        is_latest(view, item, text)?;
        holds(view, item, body, text)?;
        let staged = draft.text.as_ref().filter(|staged| staged.sha256 == text.sha256);
        let Some(staged) = staged else { return Err(NOT_STAGED.about(text.seal())) };
        if staged.lacks_something() {
            return Err(STILL_OPEN.about(Named::Item(item.id.clone())));
        }
    }
    Ok(Fact::Approved { document: item.id.clone(), text_digest: text.sha256.to_owned(), role, finding, words, adviser })
}

/// Nobody approves a text that somebody has written anew meanwhile.
fn is_latest(view: &View<'_>, item: &Item, text: Text<'_>) -> Result<(), Refusal> {
    let latest = texts::latest(view.counting(), item.id.as_str());
    if latest.iter().any(|one| one.sha256 == text.sha256) {
        return Ok(());
    }
    let listed = latest.iter().map(|text| Named::Text(format!("version {}, {}", text.version, text.seal())));
    let version = usize::try_from(text.version).unwrap_or(0);
    Err(OLDER_TEXT.about(version).and(Named::Item(item.id.clone())).list(listed).needs(&TEXT))
}

/// Everything that it must contain is known, and says what it said when the text was drafted.
fn holds(view: &View<'_>, item: &Item, body: &Document, text: Text<'_>) -> Result<(), Refusal> {
    let named = || Named::Item(item.id.clone());
    let title = |content: &Content| {
        let clauses = content.cite.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        format!("\"{}\" ({clauses})", content.title.trim_end_matches('.'))
    };
    let lacks: Vec<&Content> = view.lacks_of(item).filter_map(|at| body.contents.get(at)).collect();
    if let Some(first) = lacks.first() {
        let from = lacks.iter().map(|content| Named::Item(content.from.clone()));
        return Err(MISSING.about(named()).and(title(first)).list(from));
    }
    match view.differs_from_draft(item, body, text.entry) {
        Some(Some(at)) => Err(DRAFT_AGAIN.about(named()).and(title(&body.contents[at]))),
        Some(None) => Err(ANOTHER_TEXT.about(named())),
        None => Ok(()),
    }
}

/// The role that looked at it: one of those that the playbook names, any where it names none.
fn role(view: &View<'_>, body: &Document, draft: &Draft) -> Result<ItemId, Refusal> {
    let choices = || {
        let all = view.playbook.roles.iter().map(|role| &role.id);
        let of = if body.approved_by.is_empty() { all.collect::<Vec<_>>() } else { body.approved_by.iter().collect() };
        of.into_iter().take(12).map(|id| Named::RoleChoice(id.clone())).collect::<Vec<_>>()
    };
    let Some(typed) = draft.text(&ROLE) else { return Err(WHICH_ROLE.refuse().list(choices()).needs(&ROLE)) };
    let role = find::role(view, typed).map_err(|why| why.needs(&ROLE))?;
    if body.approved_by.is_empty() || body.approved_by.contains(&role) {
        return Ok(role);
    }
    Err(NOT_THEIRS.about(Named::Role(role)).list(choices()).needs(&ROLE))
}
